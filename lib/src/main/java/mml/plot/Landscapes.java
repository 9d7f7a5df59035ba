package mml.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import mml.landscape.Curve;
import mml.landscape.FairComparison;
import mml.landscape.point.PointState;
import mml.math.Check;

/** How curves, and surfaces that may be compared, are drawn. */
final class Landscapes {
    /** From here on linear colours would show little but the greatest values. */
    private static final double WIDE = 100;
    /** Of surfaces beside each other: more lines would run into each other. */
    private static final int LEVELS = 9;

    private Landscapes() {}

    static Contours of(FairComparison comparison) {
        List<FairComparison.Member> members = comparison.members();
        Check.that(!members.isEmpty(), "comparison must have at least one surface, had none");
        Contours contours = Figures.of(members.get(0).surface(), comparison.score())
                .title(members.get(0).name());
        for (FairComparison.Member member : members.subList(1, members.size())) {
            contours = contours.beside(member.name(), member.surface().grid(comparison.score()));
        }
        boolean isWide = comparison.low() > 0 && comparison.high() / comparison.low() > WIDE;
        contours = contours.levels(rounded(comparison.levels(LEVELS)));
        return isWide ? contours.logColours() : contours;
    }

    /** Returns levels of as few digits, two or three, as keep all apart that differ: lines are read more easily there. */
    private static double[] rounded(double[] levels) {
        double[] exact = DoubleStream.of(levels).distinct().toArray();
        return IntStream.of(2, 3)
                .mapToObj(digits -> DoubleStream.of(exact)
                        .map(level -> rounded(level, digits))
                        .distinct()
                        .toArray())
                .filter(round -> round.length == exact.length)
                .findFirst()
                .orElse(exact);
    }

    /** The greatest numbers there are would be rounded to infinity. */
    private static double rounded(double level, int digits) {
        double round = new BigDecimal(level).round(new MathContext(digits)).doubleValue();
        return Double.isFinite(round) ? round : level;
    }

    static Lines of(Curve curve) {
        int[] tried = IntStream.range(0, curve.axis().count())
                .filter(i -> curve.state(i) != PointState.WAITING)
                .toArray();
        double[] a = at(tried, curve.axis().values());
        String first = curve.scores().get(0);
        Lines lines = Lines.of(coordinate(curve), first).add(first, a, at(tried, curve.values(first)));
        String others =
                String.join(", ", curve.scores().subList(1, curve.scores().size()));
        for (String score : curve.scores().subList(1, curve.scores().size())) {
            lines = lines.addRight(others, score, a, at(tried, curve.values(score)));
        }
        return lines;
    }

    private static double[] at(int[] indices, double[] values) {
        return IntStream.of(indices).mapToDouble(i -> values[i]).toArray();
    }

    private static String coordinate(Curve curve) {
        int waiting = curve.count(PointState.WAITING);
        return waiting == 0 ? "a" : "a (" + waiting + " of " + curve.axis().count() + " points waiting)";
    }
}
