package mml.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;
import mml.math.Check;

/**
 * One case of {@code golden.json}, which {@code golden.py} beside it made with PyTorch in double precision.
 *
 * @param name of the case
 * @param arrays its arrays by name
 */
public record Golden(String name, JsonNode arrays) {
    /**
     * Returns a case.
     *
     * @param name as in the file
     * @return the case
     * @throws IllegalArgumentException if there is none of that name
     */
    public static Golden of(String name) {
        try (InputStream file = Golden.class.getResourceAsStream("golden.json")) {
            JsonNode arrays = new ObjectMapper().readTree(file).get(name);
            Check.that(arrays != null, "golden.json has no case %s", name);
            return new Golden(name, arrays);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the numbers of an array.
     *
     * @param array its name
     * @return its numbers
     */
    public float[] numbers(String array) {
        JsonNode node = arrays.get(array);
        Check.that(node != null, "case %s has no array %s", name, array);
        float[] numbers = new float[node.size()];
        IntStream.range(0, numbers.length)
                .forEach(i -> numbers[i] = (float) node.get(i).asDouble());
        return numbers;
    }

    /**
     * Returns an array as whole numbers.
     *
     * @param array its name
     * @return its numbers
     */
    public int[] whole(String array) {
        float[] numbers = numbers(array);
        return IntStream.range(0, numbers.length).map(i -> (int) numbers[i]).toArray();
    }

    /**
     * Compares numbers with an array, as far as single precision goes: each is a sum of some hundred terms at most, none much
     * larger than the largest number of its kind, and each term has a few roundings of 6e-8, of either sign.
     *
     * @param array its name
     * @param found at least as many numbers
     */
    public void assertAgrees(String array, float[] found) {
        float[] expected = numbers(array);
        float largest = 1;
        for (float number : expected) {
            largest = Math.max(largest, Math.abs(number));
        }
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], found[i], 1e-6f * largest, name + ": " + array + " " + i);
        }
    }
}
