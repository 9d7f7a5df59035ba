package mml.plot;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mml.math.Check;
import mml.plot.chart.Side;
import mml.plot.scale.Numbers;
import mml.plot.scale.Scale;

/** Named points with bands and error bars, of which later ones lie over earlier ones; a y that is not finite is a gap. */
record Series(String name, double[] xs, double[] ys, List<Band> bands, List<Band> bars, Lines.Style style, Side side) {
    /** What lies between two curves over the same xs; {@code meaning} may be empty. */
    record Band(String meaning, double[] low, double[] high) {
        Band {
            low = low.clone();
            high = high.clone();
        }

        /** There is nothing between ends of which one is no number, nor where both are infinite on one side. */
        boolean isGap(int i) {
            return Double.isNaN(high[i] - low[i]);
        }

        private boolean isOpen(int i) {
            return !isGap(i) && Double.isInfinite(high[i] - low[i]);
        }

        /** Returns the band with the ends of what is shown in place of those that are infinite. */
        Band within(double least, double greatest) {
            return new Band(meaning, shown(low, least, greatest), shown(high, least, greatest));
        }

        private static double[] shown(double[] ends, double least, double greatest) {
            return Arrays.stream(ends)
                    .map(end -> Double.isInfinite(end) ? end < 0 ? least : greatest : end)
                    .toArray();
        }

        /** Returns for example {@code , quartiles at most 0.1 to 0.9 (at 3)}. */
        String inWords(double[] xs) {
            int[] closed = IntStream.range(0, xs.length)
                    .filter(i -> !isGap(i) && !isOpen(i))
                    .toArray();
            long open = IntStream.range(0, xs.length).filter(this::isOpen).count();
            String infinite = open == 0 ? "" : " infinite at " + Numbers.count(open, "value");
            int widest = IntStream.of(closed)
                    .reduce((one, other) -> high[other] - low[other] > high[one] - low[one] ? other : one)
                    .orElse(-1);
            if (meaning.isEmpty() || widest < 0) {
                return meaning.isEmpty() || open == 0 ? "" : ", " + meaning + infinite;
            }
            return ", " + meaning + " at most " + Numbers.text(low[widest]) + " to " + Numbers.text(high[widest])
                    + " (at " + Numbers.text(xs[widest]) + ")" + (open == 0 ? "" : " and" + infinite);
        }
    }

    static Series of(String name, double[] xs, double[] ys, Lines.Style style, Side side) {
        Check.label("name", name);
        Check.that(
                xs.length == ys.length,
                "xs and ys of \"%s\" must be as many, were %s and %s",
                name,
                xs.length,
                ys.length);
        Check.that(xs.length > 0, "xs and ys of \"%s\" must not be empty", name);
        for (int i = 0; i < xs.length; i++) {
            Check.that(Double.isFinite(xs[i]), "xs of \"%s\" must be finite, value %s was %s", name, i, xs[i]);
        }
        Check.that(
                Arrays.stream(ys).anyMatch(Double::isFinite), "ys of \"%s\" must have a finite value, had none", name);
        return new Series(name, xs.clone(), ys.clone(), List.of(), List.of(), style, side);
    }

    /** Returns others and, after them, this one. */
    List<Series> after(List<Series> others) {
        Check.that(
                others.stream().noneMatch(other -> other.name.equals(name)),
                "name must differ from those of other series, was \"%s\" twice",
                name);
        return Stream.concat(others.stream(), Stream.of(this)).toList();
    }

    /** Returns all series, of which a named one has got a band. */
    static List<Series> withBand(List<Series> all, String name, Band band) {
        return with(all, name, one -> {
            one.check(band);
            return new Series(name, one.xs, one.ys, joined(one.bands, band), one.bars, one.style, one.side);
        });
    }

    /** Returns all series, of which a named one has got error bars. */
    static List<Series> withBars(List<Series> all, String name, Band bars) {
        return with(all, name, one -> {
            one.check(bars);
            return new Series(name, one.xs, one.ys, one.bands, joined(one.bars, bars), one.style, one.side);
        });
    }

    private static List<Series> with(List<Series> all, String name, UnaryOperator<Series> change) {
        Check.that(
                all.stream().anyMatch(one -> one.name.equals(name)), "name must be that of a series, was \"%s\"", name);
        return all.stream()
                .map(one -> one.name.equals(name) ? change.apply(one) : one)
                .toList();
    }

    private static List<Band> joined(List<Band> bands, Band last) {
        return Stream.concat(bands.stream(), Stream.of(last)).toList();
    }

    private void check(Band band) {
        double[] from = band.low();
        double[] to = band.high();
        Check.that(
                from.length == xs.length && to.length == xs.length,
                "low and high of \"%s\" must be as many as its xs, were %s and %s for %s",
                name,
                from.length,
                to.length,
                xs.length);
        for (int i = 0; i < xs.length; i++) {
            Check.that(
                    !(from[i] > to[i]),
                    "low of \"%s\" must not exceed high, value %s was %s over %s",
                    name,
                    i,
                    from[i],
                    to[i]);
        }
    }

    /** Refuses values that the scales of the axes cannot show; the right axis is always straight. */
    void check(Scale x, Scale y) {
        x.check("xs of \"" + name + "\"", Arrays.stream(xs));
        (side == Side.LEFT ? y : Scale.LINEAR).check("ys of \"" + name + "\"", heights());
    }

    DoubleStream finiteYs() {
        return Arrays.stream(ys).filter(Double::isFinite);
    }

    /** Returns all heights that are drawn, those of bands and bars included. */
    DoubleStream heights() {
        DoubleStream ends = Stream.concat(bands.stream(), bars.stream())
                .flatMapToDouble(band -> DoubleStream.concat(Arrays.stream(band.low()), Arrays.stream(band.high())));
        return DoubleStream.concat(finiteYs(), ends.filter(Double::isFinite));
    }

    /** Returns the course in words: where it starts and ends, and its extremes where these lie elsewhere. */
    String inWords() {
        return course()
                + Stream.concat(bands.stream(), bars.stream())
                        .map(band -> band.inWords(xs))
                        .collect(Collectors.joining());
    }

    private String course() {
        int[] shown = IntStream.range(0, xs.length)
                .filter(i -> Double.isFinite(ys[i]))
                .toArray();
        int first = shown[0];
        int last = shown[shown.length - 1];
        int least = first;
        int greatest = first;
        for (int i : shown) {
            least = ys[i] < ys[least] ? i : least;
            greatest = ys[i] > ys[greatest] ? i : greatest;
        }
        if (ys[least] == ys[greatest]) {
            return name + " is " + Numbers.text(ys[first]) + over(first, last) + gaps(shown.length);
        }
        String verb = ys[last] < ys[first] ? " falls from " : ys[last] > ys[first] ? " rises from " : " goes from ";
        return name + verb + Numbers.text(ys[first]) + " to " + Numbers.text(ys[last]) + over(first, last)
                + extreme("least", least, first, last) + extreme("greatest", greatest, first, last)
                + gaps(shown.length);
    }

    private String over(int first, int last) {
        return first == last
                ? " at " + Numbers.text(xs[first])
                : " over " + Numbers.text(xs[first]) + " to " + Numbers.text(xs[last]);
    }

    private String extreme(String which, int at, int first, int last) {
        return ys[at] == ys[first] || ys[at] == ys[last]
                ? ""
                : ", " + which + " " + Numbers.text(ys[at]) + " at " + Numbers.text(xs[at]);
    }

    private String gaps(int shown) {
        int gaps = xs.length - shown;
        return gaps == 0 ? "" : " (" + Numbers.count(gaps, "value") + " not finite, left out)";
    }
}
