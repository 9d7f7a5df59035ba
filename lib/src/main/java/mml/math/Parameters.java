package mml.math;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A vector of single-precision numbers with its {@link Layout}: the parameters of a network, or a direction among them.
 *
 * <p>Immutable: layout and numbers never part, and whoever holds a value can rely on it. Sums and products are formed in
 * double precision and rounded once.
 */
public final class Parameters {
    /** How many numbers are hashed at once: as bytes they fit into a processor's cache. */
    private static final int HASHED_AT_ONCE = 4096;

    private final Layout layout;
    private final float[] values;

    private Parameters(Layout layout, float[] values) {
        this.layout = layout;
        this.values = values;
    }

    /**
     * Returns parameters with the given numbers.
     *
     * @param layout how they are divided
     * @param values the numbers, as many as the layout has; copied
     * @return the parameters
     * @throws IllegalArgumentException if the numbers are more or fewer
     */
    public static Parameters of(Layout layout, float[] values) {
        Check.that(values.length == layout.size(), "values has %s numbers, layout %s", values.length, layout.size());
        return new Parameters(layout, values.clone());
    }

    /**
     * Returns parameters with the numbers that {@link #bytes} has written.
     *
     * @param layout how they are divided
     * @param bytes four for each number of the layout, the highest first; copied
     * @return the parameters, bit for bit
     * @throws IllegalArgumentException if the bytes are more or fewer
     */
    public static Parameters of(Layout layout, byte[] bytes) {
        Check.given("bytes", bytes);
        long expected = (long) Float.BYTES * layout.size();
        Check.that(bytes.length == expected, "bytes must be %s, four for each number, were %s", expected, bytes.length);
        float[] values = new float[layout.size()];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
        return new Parameters(layout, values);
    }

    /**
     * Returns parameters that are all zero.
     *
     * @param layout how they are divided
     * @return the parameters
     */
    public static Parameters zeros(Layout layout) {
        return new Parameters(layout, new float[layout.size()]);
    }

    /**
     * Returns the layout.
     *
     * @return how the numbers are divided
     */
    public Layout layout() {
        return layout;
    }

    /**
     * Returns all numbers.
     *
     * @return a copy
     */
    public float[] values() {
        return values.clone();
    }

    /**
     * Returns the numbers of one block, row-major.
     *
     * @param name the block's name
     * @return a copy
     * @throws IllegalArgumentException if there is no such block
     */
    public float[] block(String name) {
        int from = layout.offset(name);
        return Arrays.copyOfRange(values, from, from + layout.block(name).size());
    }

    /**
     * Copies some of the numbers, for work on long vectors piece by piece.
     *
     * @param from the index of the first, counted from 0
     * @param out as many as it is long; overwritten
     * @throws IllegalArgumentException if they do not all lie within the layout
     */
    public void read(int from, float[] out) {
        Check.that(
                from >= 0 && from <= values.length - out.length,
                "from must be from 0 to %s for %s of %s numbers, was %s",
                values.length - out.length,
                out.length,
                values.length,
                from);
        System.arraycopy(values, from, out, 0, out.length);
    }

    /**
     * Returns these parameters with the numbers of one block replaced.
     *
     * @param name the block's name
     * @param numbers as many as the block holds; copied
     * @return new parameters
     * @throws IllegalArgumentException if there is no such block, or the numbers are more or fewer
     */
    public Parameters with(String name, float[] numbers) {
        int size = layout.block(name).size();
        Check.that(numbers.length == size, "numbers has %s values, block %s holds %s", numbers.length, name, size);
        float[] changed = values.clone();
        System.arraycopy(numbers, 0, changed, layout.offset(name), size);
        return new Parameters(layout, changed);
    }

    /**
     * Returns {@code this + a * direction}.
     *
     * @param a the multiple
     * @param direction with the same layout
     * @return new parameters
     * @throws IllegalArgumentException if the layouts differ
     */
    public Parameters plus(double a, Parameters direction) {
        requireSameLayout(direction);
        float[] sum = new float[values.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (float) (values[i] + a * direction.values[i]);
        }
        return new Parameters(layout, sum);
    }

    /**
     * Returns the difference {@code this - other}.
     *
     * @param other with the same layout
     * @return new parameters
     * @throws IllegalArgumentException if the layouts differ
     */
    public Parameters minus(Parameters other) {
        return plus(-1, other);
    }

    /**
     * Returns the inner product with other parameters, summed in double precision.
     *
     * @param other with the same layout
     * @return the sum of the products
     * @throws IllegalArgumentException if the layouts differ
     */
    public double dot(Parameters other) {
        requireSameLayout(other);
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += (double) values[i] * other.values[i];
        }
        return sum;
    }

    /**
     * Returns the Euclidean norm.
     *
     * @return the root of the sum of squares
     */
    public double norm() {
        return Math.sqrt(dot(this));
    }

    /**
     * Returns the cosine of the angle between two vectors.
     *
     * @param other with the same layout
     * @return from -1 to 1; NaN if one of them is zero
     * @throws IllegalArgumentException if the layouts differ
     */
    public double cosine(Parameters other) {
        return dot(other) / (norm() * other.norm());
    }

    /**
     * Returns all numbers as bytes, so that they can be stored.
     *
     * @return four for each number, the highest first
     */
    public byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(Float.BYTES, values.length));
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    /**
     * Returns a text by which the numbers are known again; the layout does not count.
     *
     * @return SHA-256, in hexadecimal digits, of the bits of all numbers, each of four bytes, the highest first
     */
    public String fingerprint() {
        return fingerprint(values);
    }

    /**
     * Returns a text by which numbers are known again.
     *
     * @param numbers any; not modified
     * @return SHA-256, in hexadecimal digits, of the bits of all numbers, each of four bytes, the highest first
     */
    public static String fingerprint(float[] numbers) {
        MessageDigest digest = sha256();
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * HASHED_AT_ONCE);
        for (int from = 0; from < numbers.length; from += HASHED_AT_ONCE) {
            int count = Math.min(HASHED_AT_ONCE, numbers.length - from);
            bytes.clear().asFloatBuffer().put(numbers, from, count);
            digest.update(bytes.limit(Float.BYTES * count));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Returns the array itself, for those who may not write into it. */
    float[] shared() {
        return values;
    }

    private void requireSameLayout(Parameters other) {
        Check.that(layout.equals(other.layout), "layouts must be equal, were %s and %s", layout, other.layout);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Parameters parameters
                && layout.equals(parameters.layout)
                && Arrays.equals(values, parameters.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s, norm %.4g", layout, norm());
    }
}
