package mml.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import mml.math.Check;
import mml.math.Mapped;
import mml.math.Statistics;
import mml.math.Workers;

/**
 * One number from each of several seeds, of which some may give none (a net that did not train). The seeds are 1, 2, 3, ...,
 * taken in order, so that none is chosen by its result.
 *
 * @param values of the seeds that gave one, in their order
 * @param tried how many seeds were tried
 */
public record Trials(List<Double> values, int tried) {
    /** Copies the list. */
    public Trials {
        values = List.copyOf(values);
    }

    /**
     * Tries seeds in order until enough of them have given a number. Several are tried at once on the cores.
     *
     * @param wanted how many numbers are wanted, at least 1
     * @param most how many seeds are tried at most, at least {@code wanted}
     * @param trial what to do with a seed; empty if it gives no number
     * @return what came out, with fewer numbers than wanted if even {@code most} seeds gave no more
     * @throws IllegalArgumentException if {@code wanted} is below 1 or {@code most} below {@code wanted}
     * @throws CancellationException if stopped: half a set of seeds is none
     */
    public static Trials of(int wanted, int most, LongFunction<OptionalDouble> trial) {
        Check.positive("wanted", wanted);
        Check.atLeast("most", most, wanted);
        List<Double> values = new ArrayList<>();
        int tried = 0;
        while (values.size() < wanted && tried < most) {
            int next = Math.min(wanted - values.size(), most - tried);
            List<Long> seeds =
                    LongStream.rangeClosed(tried + 1, tried + next).boxed().toList();
            Mapped<OptionalDouble> results = Workers.map(seeds, trial::apply);
            if (!results.isComplete()) {
                throw new CancellationException("stopped after " + (tried + results.done()) + " seeds");
            }
            results.forEach(result -> result.ifPresent(values::add));
            tried += next;
        }
        return new Trials(values, tried);
    }

    /**
     * Returns the median of the numbers.
     *
     * @return the median
     * @throws IllegalArgumentException if there is no number
     */
    public double median() {
        return Statistics.median(
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d of %d seeds, median %.4g",
                values.size(),
                tried,
                values.isEmpty() ? Double.NaN : median());
    }
}
