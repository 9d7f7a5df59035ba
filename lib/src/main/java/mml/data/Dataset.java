package mml.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import mml.data.download.Hash;
import mml.math.Check;

/**
 * Labelled examples: a matrix {@code [size, width]} of features, row-major, and a class for each row; and where they come from.
 *
 * <p>As the last expression of a cell a data set shows itself: samples, classes, range, origin and licence. Data sets made of it
 * keep its {@link Provenance}, and say what was done.
 *
 * <p>Immutable, as long as nobody writes into the arrays of {@link #features} and {@link #labels}, which are not copied
 * since they may be large.
 */
public final class Dataset {
    private final String name;
    private final List<String> classes;
    private final List<Integer> shape;
    private final float[] features;
    private final int[] labels;
    /** Computed when it is asked for: some 30 MB take a tenth of a second. */
    private volatile String hash;

    private final List<String> featureNames;
    private final Provenance provenance;

    /** What a data set has besides its numbers; the names of the features may be none. */
    private record About(
            String name, List<String> classes, List<Integer> shape, List<String> featureNames, Provenance provenance) {}

    private Dataset(About about, float[] features, int[] labels) {
        this.name = about.name;
        this.classes = about.classes;
        this.shape = about.shape;
        this.featureNames = about.featureNames;
        this.provenance = about.provenance;
        this.features = features;
        this.labels = labels;
    }

    /**
     * Returns a data set of the given examples.
     *
     * @param name what it is called in tables and figures
     * @param classes the names of the classes, at least two, all different
     * @param shape of one example, such as {@code [28, 28, 1]} (height, width, channels) or {@code [2]}
     * @param features example by example, finite; not copied, and must not change
     * @param labels the class of each example, counted from 0; not copied, and must not change
     * @return the data set, of unknown provenance
     * @throws IllegalArgumentException if there is no example, no extent or fewer than two classes, two classes have one
     *     name, the numbers of features and
     *     labels do not go together, a feature is not finite, or a label is no class
     */
    public static Dataset of(String name, List<String> classes, List<Integer> shape, float[] features, int[] labels) {
        Check.notBlank("name", name);
        Check.atLeast("number of classes", classes.size(), 2);
        classes.forEach(one -> Check.notBlank("every name of a class", one));
        Check.that(Set.copyOf(classes).size() == classes.size(), "names of classes must differ, were %s", classes);
        Check.that(labels.length > 0, "data set %s must have at least one example, had none", name);
        Check.that(!shape.isEmpty(), "shape must have at least one extent, had none");
        shape.forEach(extent -> Check.positive("every extent of shape", extent));
        long width = shape.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> Math.min(a * b, 1L << 31));
        Check.that(width <= Integer.MAX_VALUE, "shape must have at most 2^31 - 1 features, was %s", shape);
        Check.that(
                features.length == labels.length * width,
                "features has %s numbers, but %s labels of shape %s need %s",
                features.length,
                labels.length,
                shape,
                labels.length * width);
        Check.finite("features", features);
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes.size()) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT, "labels must be from 0 to %s, label %s was %s", classes.size() - 1, i, labels[i]));
            }
        }
        About about = new About(name, List.copyOf(classes), List.copyOf(shape), List.of(), Provenance.UNKNOWN);
        return new Dataset(about, features, labels);
    }

    /**
     * Returns the same examples with what is known of where they come from.
     *
     * @param known origin, licence, and what was done to the data
     * @return a data set with the same name, classes, features and labels
     * @throws IllegalArgumentException if it is null
     */
    public Dataset from(Provenance known) {
        Check.given("provenance", known);
        return new Dataset(new About(name, classes, shape, featureNames, known), features, labels);
    }

    /**
     * Returns the same examples with names for their features, which stand at the axes of figures and over columns.
     *
     * @param names what each feature is, with its unit, such as {@code "length in cm"}; all different
     * @return a data set with the same name, classes, features and labels
     * @throws IllegalArgumentException if there are more or fewer than features, one is blank or cannot be drawn, or two are
     *     the same
     */
    public Dataset withFeatureNames(List<String> names) {
        Check.that(names.size() == width(), "names of features must be %s, one each, were %s", width(), names.size());
        names.forEach(one -> Check.label("every name of a feature", one));
        Check.that(Set.copyOf(names).size() == names.size(), "names of features must differ, were %s", names);
        return new Dataset(new About(name, classes, shape, List.copyOf(names), provenance), features, labels);
    }

    /**
     * Returns what the data set is called.
     *
     * @return its name
     */
    public String name() {
        return name;
    }

    /**
     * Returns the names of the classes.
     *
     * @return an immutable list; class {@code k} has the name at index {@code k}
     */
    public List<String> classes() {
        return classes;
    }

    /**
     * Returns the shape of one example.
     *
     * @return such as {@code [28, 28, 1]} (height, width, channels)
     */
    public List<Integer> shape() {
        return shape;
    }

    /**
     * Returns the names of the features. Views such as {@link #first} and {@link #select} keep them; other features have none.
     *
     * @return an immutable list of {@code width} names, or an empty one if nobody has told
     */
    public List<String> featureNames() {
        return featureNames;
    }

    /**
     * Returns how many examples there are.
     *
     * @return at least 1
     */
    public int size() {
        return labels.length;
    }

    /**
     * Returns how many features an example has.
     *
     * @return the product of the shape's extents
     */
    public int width() {
        return features.length / labels.length;
    }

    /**
     * Returns all features, {@code [size, width]} row-major.
     *
     * @return the array itself, not a copy: it must not be written into
     */
    public float[] features() {
        return features;
    }

    /**
     * Returns the class of each example, counted from 0.
     *
     * @return the array itself, not a copy: it must not be written into
     */
    public int[] labels() {
        return labels;
    }

    /**
     * Returns where the examples come from, their licence, and what was done to them.
     *
     * @return {@link Provenance#UNKNOWN} if nobody has told
     */
    public Provenance provenance() {
        return provenance;
    }

    private About after(String step) {
        return new About(name, classes, shape, featureNames, provenance.then(step));
    }

    /**
     * Returns the features of one example.
     *
     * @param example from 0 to {@code size - 1}
     * @return a copy
     * @throws IllegalArgumentException if there is no such example
     */
    public float[] example(int example) {
        Check.index("example", example, size());
        return Arrays.copyOfRange(features, example * width(), (example + 1) * width());
    }

    /**
     * Returns the first examples.
     *
     * @param count how many, from 1 to {@code size}
     * @return a data set of that size
     * @throws IllegalArgumentException if there are fewer, or {@code count} is below 1
     */
    public Dataset first(int count) {
        Check.that(count >= 1 && count <= size(), "count must be from 1 to %s, was %s", size(), count);
        return count == size()
                ? this
                : new Dataset(
                        after(String.format(Locale.ROOT, "the first %,d of %,d", count, size())),
                        Arrays.copyOf(features, count * width()),
                        Arrays.copyOf(labels, count));
    }

    /**
     * Returns the examples of the given numbers, in that order.
     *
     * @param examples their numbers, from 0 to {@code size - 1}, at least one; a number may come more than once
     * @return a data set of that size
     * @throws IllegalArgumentException if there is none, or there is no such example
     */
    public Dataset select(int... examples) {
        return select(String.format(Locale.ROOT, "%,d chosen of %,d", examples.length, size()), examples);
    }

    /** The same, with what is said of it. */
    Dataset select(String step, int[] examples) {
        Check.that(examples.length > 0, "examples must not be empty");
        int width = width();
        float[] chosen = new float[Math.multiplyExact(examples.length, width)];
        int[] chosenLabels = new int[examples.length];
        for (int i = 0; i < examples.length; i++) {
            Check.index("example", examples[i], size());
            System.arraycopy(features, examples[i] * width, chosen, i * width, width);
            chosenLabels[i] = labels[examples[i]];
        }
        return new Dataset(after(step), chosen, chosenLabels);
    }

    /**
     * Returns the same examples with other features.
     *
     * @param newShape of one example
     * @param newFeatures example by example, finite; not copied, and must not change
     * @return a data set with the same name, classes and labels, whose features have no names
     * @throws IllegalArgumentException if their number does not go with the shape and the labels, or one is not finite
     */
    public Dataset withFeatures(List<Integer> newShape, float[] newFeatures) {
        return withFeatures("other features", newShape, newFeatures);
    }

    /** The same, with what is said of it. */
    Dataset withFeatures(String step, List<Integer> newShape, float[] newFeatures) {
        return of(name, classes, newShape, newFeatures, labels).from(provenance.then(step));
    }

    /**
     * Returns the same examples with other labels.
     *
     * @param newLabels the class of each example, counted from 0; not copied, and must not change
     * @return a data set with the same name, classes and features
     * @throws IllegalArgumentException if their number is not the examples', or a label is no class
     */
    public Dataset withLabels(int[] newLabels) {
        return withLabels("other labels", newLabels);
    }

    /** The same, with what is said of it. */
    Dataset withLabels(String step, int[] newLabels) {
        Dataset checked = of(name, classes, shape, features, newLabels);
        return new Dataset(after(step), features, checked.labels);
    }

    /**
     * Returns the same examples under another name.
     *
     * @param newName what it is called in tables and figures
     * @return a data set with the same classes, features and labels
     * @throws IllegalArgumentException if the name is blank
     */
    public Dataset named(String newName) {
        return new Dataset(
                new About(Check.notBlank("name", newName), classes, shape, featureNames, provenance), features, labels);
    }

    /**
     * Returns a text by which the examples are known again, whatever the data set and its classes are called.
     *
     * @return SHA-256, in hexadecimal digits, of the size and width, of all features and then all labels, each of four bytes, the
     *     highest first
     */
    public String hash() {
        if (hash == null) {
            hash = computedHash();
        }
        return hash;
    }

    private String computedHash() {
        MessageDigest digest = Hash.digest();
        ByteBuffer row = ByteBuffer.allocate(Float.BYTES * width());
        digest.update(ByteBuffer.allocate(2 * Integer.BYTES)
                .putInt(size())
                .putInt(width())
                .flip());
        for (int i = 0; i < size(); i++) {
            row.clear().asFloatBuffer().put(features, i * width(), width());
            digest.update(row);
        }
        for (int label : labels) {
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(label).flip());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s: %,d examples of shape %s in %d classes", name, size(), shape, classes.size());
    }
}
