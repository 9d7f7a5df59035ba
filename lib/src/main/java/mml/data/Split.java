package mml.data;

import java.util.Arrays;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import mml.math.Check;
import mml.math.Randomness;

/**
 * A data set divided into two, such as one to train on and one to test on. No example is in both.
 *
 * @param train the first part
 * @param test the second part
 */
public record Split(Dataset train, Dataset test) {
    /**
     * Divides a data set at random.
     *
     * @param data what is divided
     * @param test how many examples the second part has, from 1 to {@code size - 1}
     * @param seed the same parts for the same seed
     * @return both parts, each in an order of its own
     * @throws IllegalArgumentException if a part would have no example
     */
    public static Split random(Dataset data, int test, long seed) {
        requireBoth(data, test);
        int[] order = shuffled(IntStream.range(0, data.size()).toArray(), seed);
        int[] trains = Arrays.copyOfRange(order, test, order.length);
        return of(data, trains, Arrays.copyOf(order, test), "a random split, seed " + seed);
    }

    /**
     * Divides a data set at random, so that each class has its share of both parts.
     *
     * <p>Of a class with {@code n} of the {@code N} examples, {@code n test / N} go to the second part, rounded down; the
     * examples that are still due go to the classes with the largest fractions, the first of those that are equal. So the
     * second part has as many examples as asked for, and each class the number that it should have up to less than one.
     *
     * @param data what is divided; every class has an example
     * @param test how many examples the second part has, from 1 to {@code size - 1}
     * @param seed the same parts for the same seed
     * @return both parts, each in an order of its own
     * @throws IllegalArgumentException if a part would have no example, or none of some class
     */
    public static Split stratified(Dataset data, int test, long seed) {
        requireBoth(data, test);
        int[] due = due(data, test);
        int[] taken = new int[due.length];
        int[] order = shuffled(IntStream.range(0, data.size()).toArray(), seed);
        int[] labels = data.labels();
        int[] tests = Arrays.stream(order)
                .filter(i -> taken[labels[i]]++ < due[labels[i]])
                .toArray();
        Arrays.fill(taken, 0);
        int[] trains = Arrays.stream(order)
                .filter(i -> taken[labels[i]]++ >= due[labels[i]])
                .toArray();
        return of(data, trains, tests, "a random split by classes, seed " + seed);
    }

    private static Split of(Dataset data, int[] trains, int[] tests, String how) {
        String step = "the %s part, %,d of %,d, of " + how;
        return new Split(
                data.select(String.format(Locale.ROOT, step, "training", trains.length, data.size()), trains),
                data.select(String.format(Locale.ROOT, step, "test", tests.length, data.size()), tests));
    }

    private static void requireBoth(Dataset data, int test) {
        Check.that(
                test >= 1 && test < data.size(),
                "test must be from 1 to %s, as both parts of %s examples need one, was %s",
                data.size() - 1,
                data.size(),
                test);
    }

    private static int[] due(Dataset data, int test) {
        int[] counts = Labels.counts(data);
        long size = data.size();
        int[] due =
                Arrays.stream(counts).map(n -> (int) ((long) n * test / size)).toArray();
        int open = test - Arrays.stream(due).sum();
        IntStream.range(0, counts.length)
                .boxed()
                // stable: of equal fractions the first
                .sorted((a, b) -> Long.compare((long) counts[b] * test % size, (long) counts[a] * test % size))
                .limit(open)
                .forEach(k -> due[k]++);
        for (int k = 0; k < due.length; k++) {
            Check.that(
                    due[k] >= 1 && due[k] < counts[k],
                    "class %s must have an example in both parts, of its %s the second gets %s",
                    data.classes().get(k),
                    counts[k],
                    due[k]);
        }
        return due;
    }

    /** Fisher and Yates's shuffle. */
    static int[] shuffled(int[] numbers, long seed) {
        RandomGenerator random = Randomness.of(seed, "order");
        for (int i = numbers.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = numbers[i];
            numbers[i] = numbers[j];
            numbers[j] = swapped;
        }
        return numbers;
    }
}
