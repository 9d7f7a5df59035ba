package mml.plot.scale;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Round numbers in a range, with their labels. */
public final class Ticks {
    /** Rounding in the ends of a range must not cost a tick there. */
    static final double SLACK = 1e-9;
    /** Fewer within a decade do not tell how it is divided. */
    private static final int FEW = 3;

    /**
     * A marked value.
     *
     * @param value on the axis
     * @param label empty for a minor one
     */
    public record Tick(double value, String label) {}

    private Ticks() {}

    /**
     * Returns round numbers in a range.
     *
     * @param scale how values are spread
     * @param low the lower end
     * @param high the upper end
     * @param most about how many labelled ones
     * @return the ticks; minor ones follow the labelled ones
     */
    public static List<Tick> of(Scale scale, double low, double high, int most) {
        return scale == Scale.LINEAR ? linear(low, high, most) : logarithmic(low, high, most);
    }

    private static List<Tick> linear(double low, double high, int most) {
        Steps steps = Steps.of(low, high, most);
        double width = steps.size().doubleValue();
        long first = (long) Math.ceil(low / width - SLACK);
        long last = (long) Math.floor(high / width + SLACK);
        return LongStream.rangeClosed(first, last)
                .mapToObj(BigDecimal::valueOf)
                .map(index -> new Tick(index.multiply(steps.size()).doubleValue(), steps.label(index)))
                .toList();
    }

    private static List<Tick> logarithmic(double low, double high, int most) {
        int first = (int) Math.floor(Math.log10(low) + SLACK);
        int last = (int) Math.ceil(Math.log10(high) - SLACK);
        int every = Math.max(1, (int) Math.ceil((last - first - 1) / (double) most));
        List<Tick> coarse = mantissas(low, high, first, last, every, 1);
        return Stream.of(mantissas(low, high, first, last, 1, 1, 2, 5), mantissas(low, high, first, last, 1, 1, 3))
                .filter(fine -> fine.size() <= most && fine.size() >= FEW)
                .findFirst()
                .or(() -> Optional.of(coarse).filter(decades -> decades.size() >= 2))
                .map(labelled -> withMinor(labelled, low, high, first, last))
                // less than a decade: round numbers of a straight scale are the only ones there
                .orElseGet(() -> linear(low, high, most));
    }

    private static List<Tick> mantissas(double low, double high, int first, int last, int every, int... leading) {
        List<Tick> ticks = new ArrayList<>();
        for (int exponent = first; exponent <= last; exponent++) {
            for (int digit : leading) {
                BigDecimal value = BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent);
                if (Math.floorMod(exponent, every) == 0 && inside(value.doubleValue(), low, high)) {
                    ticks.add(new Tick(value.doubleValue(), label(digit, exponent, low, high)));
                }
            }
        }
        return ticks;
    }

    /** Returns all labels of an axis in one manner: as decimals if they are short, else as powers. */
    private static String label(int digit, int exponent, double low, double high) {
        boolean isShort = low > 1e-4 && high < 1e5;
        return isShort
                ? BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent).toPlainString()
                : (digit == 1 ? "" : digit + "\u00b7") + Numbers.powerOfTen(exponent);
    }

    private static List<Tick> withMinor(List<Tick> labelled, double low, double high, int first, int last) {
        List<Tick> ticks = new ArrayList<>(labelled);
        if (last - first <= 8) { // more would be a grey bar
            mantissas(low, high, first, last, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9).stream()
                    .filter(tick -> labelled.stream().noneMatch(other -> other.value() == tick.value()))
                    .forEach(tick -> ticks.add(new Tick(tick.value(), "")));
        }
        return ticks;
    }

    private static boolean inside(double value, double low, double high) {
        return value >= low * (1 - SLACK) && value <= high * (1 + SLACK);
    }
}
