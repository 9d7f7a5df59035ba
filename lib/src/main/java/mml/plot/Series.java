package mml.plot;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mml.math.Check;
import mml.plot.chart.Side;
import mml.plot.scale.Numbers;
import mml.plot.scale.Scale;

/** Named points; a y that is not finite is a gap. {@code low} and {@code high} bound a band, or are null. */
record Series(String name, double[] xs, double[] ys, double[] low, double[] high, Lines.Style style, Side side) {
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
        return new Series(name, xs.clone(), ys.clone(), null, null, style, side);
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
    static List<Series> withBand(List<Series> all, String name, double[] low, double[] high) {
        Check.that(
                all.stream().anyMatch(one -> one.name.equals(name)), "name must be that of a series, was \"%s\"", name);
        return all.stream()
                .map(one -> one.name.equals(name) ? one.withBand(low, high) : one)
                .toList();
    }

    /** Returns the series with a band between two curves over the same xs. */
    private Series withBand(double[] from, double[] to) {
        Check.that(
                from.length == xs.length && to.length == xs.length,
                "low and high of \"%s\" must be as many as its xs, were %s and %s for %s",
                name,
                from.length,
                to.length,
                xs.length);
        for (int i = 0; i < xs.length; i++) {
            Check.that(
                    from[i] <= to[i],
                    "low of \"%s\" must not exceed high, value %s was %s over %s",
                    name,
                    i,
                    from[i],
                    to[i]);
        }
        return new Series(name, xs, ys, from.clone(), to.clone(), style, side);
    }

    /** Refuses values that the scales of the axes cannot show; the right axis is always straight. */
    void check(Scale x, Scale y) {
        x.check("xs of \"" + name + "\"", Arrays.stream(xs));
        (side == Side.LEFT ? y : Scale.LINEAR).check("ys of \"" + name + "\"", heights());
    }

    DoubleStream finiteYs() {
        return Arrays.stream(ys).filter(Double::isFinite);
    }

    /** Returns all heights that are drawn, the band's included. */
    DoubleStream heights() {
        DoubleStream band =
                low == null ? DoubleStream.empty() : DoubleStream.concat(Arrays.stream(low), Arrays.stream(high));
        return DoubleStream.concat(finiteYs(), band);
    }

    /** Returns the course in words: where it starts and ends, and its extremes where these lie elsewhere. */
    String inWords() {
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
