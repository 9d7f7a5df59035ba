package mml.notebook;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import mml.landscape.Curve;
import mml.landscape.FairComparison;
import mml.landscape.Surface;
import mml.landscape.path.Fidelity;
import mml.landscape.path.PrincipalComponents;
import mml.landscape.trust.Band;
import mml.landscape.trust.CurvatureCheck;
import mml.landscape.trust.Spread;
import mml.plot.Figure;
import mml.plot.Figures;
import mml.plot.path.PathFigures;

/** How landscapes show themselves, and what is said of them: a picture over a sentence, or a table under one. */
final class LandscapeView {
    /** What is no record, and so must be made known to a kernel. */
    static final List<Class<?>> TYPES = List.of(
            Surface.class, Curve.class, Band.class, Spread.class, FairComparison.class, PrincipalComponents.class);

    private LandscapeView() {}

    /** Returns the output of a landscape, or nothing of what is none. */
    static Optional<Output> of(Object value) {
        return table(value)
                .map(table -> new TableView(table).output())
                .or(() -> figure(value).map(figure -> Output.captioned(figure, Rendering.inOneLine(value))));
    }

    private static Optional<Table> table(Object value) {
        if (value instanceof Spread spread) {
            return Optional.of(Table.of("draws", "least", "lower quartile", "median", "upper quartile", "greatest")
                    .caption(spread.sentence())
                    .row(
                            spread.values().length,
                            spread.min(),
                            spread.lowerQuartile(),
                            spread.median(),
                            spread.upperQuartile(),
                            spread.max()));
        } else if (value instanceof CurvatureCheck check) {
            return Optional.of(new Table(check.toString(), check.columns(), check.table()));
        }
        return Optional.empty();
    }

    /** Returns the picture of what has one: without a finite number there is nothing to draw. */
    private static Optional<Figure> figure(Object value) {
        if (value instanceof Surface surface) {
            return Optional.of(Figures.of(surface, surface.scores().get(0)));
        } else if (value instanceof FairComparison comparison) {
            return comparison.members().stream()
                            .map(member -> member.surface().grid(comparison.score()))
                            .anyMatch(grid -> grid.values().anyMatch(Double::isFinite))
                    ? Optional.of(Figures.of(comparison))
                    : Optional.empty();
        } else if (value instanceof Curve curve) {
            return curve.scores().stream().allMatch(score -> isDrawn(curve.values(score)))
                    ? Optional.of(Figures.of(curve))
                    : Optional.empty();
        } else if (value instanceof Band band) {
            return isDrawn(band.median()) ? Optional.of(Figures.of(band)) : Optional.empty();
        } else if (value instanceof PrincipalComponents components) {
            return Optional.of(PathFigures.of(components));
        } else if (value instanceof Fidelity fidelity) {
            return isDrawn(fidelity, Fidelity.Row::trueScore) && isDrawn(fidelity, Fidelity.Row::onPlane)
                    ? Optional.of(PathFigures.of(fidelity))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean isDrawn(Fidelity fidelity, ToDoubleFunction<Fidelity.Row> number) {
        return isDrawn(fidelity.rows().stream().mapToDouble(number).toArray());
    }

    private static boolean isDrawn(double[] values) {
        return DoubleStream.of(values).anyMatch(Double::isFinite);
    }
}
