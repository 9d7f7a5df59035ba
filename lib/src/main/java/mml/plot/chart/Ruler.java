package mml.plot.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import mml.plot.scale.Axis;
import mml.plot.scale.Scale;
import mml.plot.scale.Steps;
import mml.plot.scale.Ticks;

/**
 * An axis as XChart gets it: in coordinates in which our ticks lie at whole numbers, which XChart then finds, and asks to
 * name.
 *
 * <p>XChart 3.8.8 takes no list of ticks, and left alone marks every k-th point of equally spaced data. Two kinds of axes
 * are therefore drawn by {@link OwnAxis}, while XChart keeps their room, with the widest number in invisible ink:
 * logarithmic ones, where XChart names whole decades only, or else all nine digits of each, one upon the other; and upright
 * ones below 160 pixels, where it puts a tick every 25 pixels whatever it is told.
 *
 * <p>XChart has one way to name the ticks of all upright axes; the coordinates of the right one are {@code shift} away.
 */
record Ruler(Axis axis, Steps steps, long first, List<Ticks.Tick> ticks, boolean isOwn, double shift) {
    /** Pixels; XChart's limit, and a few for what its layout may differ from ours. */
    private static final double LOW = 165;
    /** Ticks of an axis that only keeps room; any small number would do. */
    private static final int PLACES = 4;

    /** Pixels between ticks. */
    private static final double LEAST = 10;

    /** Too little to be seen. */
    private static final double TRACE = 1e-5;
    /** More than any axis has ticks. */
    private static final double FAR = 1000;

    /** Returns the ruler of an upright axis. */
    static Ruler upright(Axis axis, double height) {
        return of(axis, most(axis, height), height < LOW, 0);
    }

    static Ruler uprightAtTheRight(Axis axis, double height) {
        return of(axis, most(axis, height), height < LOW, FAR);
    }

    private static int most(Axis axis, double height) {
        int most = (int) Math.max(2, height / 48);
        while (most < 20 && labelled(axis.ticks(most)).count() < 2) { // one number does not tell the scale
            most++;
        }
        return most;
    }

    private static Stream<Ticks.Tick> labelled(List<Ticks.Tick> ticks) {
        return ticks.stream().filter(tick -> !tick.label().isEmpty());
    }

    /** Returns the ruler of a horizontal axis, whose numbers must have room beside each other. */
    static Ruler level(Axis axis, double width) {
        int most = (int) Math.max(2, width / 50);
        while (most > 1 && overlap(axis, axis.ticks(most), width)) {
            most--;
        }
        return of(axis, most, false, 0);
    }

    private static boolean overlap(Axis axis, List<Ticks.Tick> ticks, double width) {
        double end = Double.NEGATIVE_INFINITY;
        List<Ticks.Tick> inOrder = labelled(ticks)
                .sorted((one, other) -> Double.compare(one.value(), other.value()))
                .toList();
        for (Ticks.Tick tick : inOrder) {
            double half = Text.width(Text.withMinus(tick.label())) / 2 + 6;
            if (width * axis.share(tick.value()) - half < end) {
                return true;
            }
            end = width * axis.share(tick.value()) + half;
        }
        return false;
    }

    private static Ruler of(Axis axis, int most, boolean low, double shift) {
        Steps steps = Steps.of(axis.low(), axis.high(), most);
        long first = (long) Math.ceil(axis.low() / steps.size().doubleValue());
        boolean own = low || axis.scale() == Scale.LOGARITHMIC;
        return new Ruler(axis, steps, first, axis.ticks(most), own, shift);
    }

    /** Returns the values that have a grid line which XChart does not draw. */
    DoubleStream ownGrid() {
        return isOwn ? labelled(ticks).mapToDouble(Ticks.Tick::value) : DoubleStream.empty();
    }

    /** Returns XChart's coordinate of a value, NaN for one that is not finite. */
    double place(double value) {
        double place = isOwn ? PLACES * axis.share(value) : value / steps.size().doubleValue() - first;
        return Double.isFinite(place) ? shift + place : Double.NaN;
    }

    /** Returns the lower end, a trace lower, since XChart drops ticks at the very ends. */
    double low() {
        return place(axis.low()) - TRACE;
    }

    double high() {
        return place(axis.high()) + TRACE;
    }

    /** Returns the pixels between two ticks, if the axis has this length; with too few, XChart would never end. */
    int spacing(double length) {
        return (int) Math.max(LEAST, Math.min(0.9 * length, length / (high() - low())));
    }

    static boolean isFar(double place) {
        return place > FAR / 2;
    }

    /** Returns the name of a place; all differ. */
    String name(double place) {
        if (isOwn) {
            long half = Math.round(2 * (place - shift)); // XChart may ask for halves, and beyond the ends
            return widest() + "\u00a0".repeat((int) (half < 0 ? -2 * half - 1 : 2 * half));
        }
        return Text.withMinus(steps.label(BigDecimal.valueOf(place - shift).add(BigDecimal.valueOf(first))));
    }

    private String widest() {
        return ticks.stream()
                .map(tick -> Text.withMinus(tick.label()))
                .max((one, other) -> Double.compare(Text.width(one), Text.width(other)))
                .orElse("");
    }

    /** Returns the width of an upright axis: its label, its widest number, its ticks. */
    double room() {
        return Text.LINE_HEIGHT + Frame.GAP + Text.width(widest()) + Frame.GAP + Frame.TICK;
    }
}
