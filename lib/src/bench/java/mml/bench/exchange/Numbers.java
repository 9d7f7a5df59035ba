package mml.bench.exchange;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Arrays as raw little-endian files, which every language can read. */
public final class Numbers {
    private Numbers() {}

    /**
     * Writes single-precision numbers.
     *
     * @param file to write
     * @param values the numbers
     * @throws IOException if it cannot be written
     */
    public static void write(Path file, float[] values) throws IOException {
        ByteBuffer bytes = buffer(values.length);
        bytes.asFloatBuffer().put(values);
        Files.write(file, bytes.array());
    }

    /**
     * Writes whole numbers.
     *
     * @param file to write
     * @param values the numbers
     * @throws IOException if it cannot be written
     */
    public static void write(Path file, int[] values) throws IOException {
        ByteBuffer bytes = buffer(values.length);
        bytes.asIntBuffer().put(values);
        Files.write(file, bytes.array());
    }

    /**
     * Reads single-precision numbers.
     *
     * @param file to read
     * @return all that are in it
     * @throws IOException if it cannot be read
     */
    public static float[] floats(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }

    /**
     * Reads whole numbers.
     *
     * @param file to read
     * @return all that are in it
     * @throws IOException if it cannot be read
     */
    public static int[] ints(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int[] values = new int[bytes.length / Integer.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(values);
        return values;
    }

    private static ByteBuffer buffer(int count) {
        return ByteBuffer.allocate(Math.multiplyExact(count, Float.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
    }
}
