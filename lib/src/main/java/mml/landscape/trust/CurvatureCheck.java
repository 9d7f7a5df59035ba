package mml.landscape.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import mml.landscape.Plane;
import mml.math.Check;
import mml.math.Objective;
import mml.math.Parameters;

/**
 * The curvature that a plane's picture shows at its centre, beside the one that is there: second differences of the first
 * score on the plane, and {@code d' H e} with the exact product of the Hessian {@code H} and a direction.
 *
 * <p>For a smooth function, such as that of a tanh net, both agree: the gap falls with the square of the step, until it is drowned
 * by the rounding of single precision, some {@code 1e-7 f / step^2}. For a ReLU net they need not. Its second derivative
 * exists almost everywhere and is what the exact product gives; but its slope jumps wherever a unit goes on or off, and a
 * second difference adds the jumps between its points, divided by the step. So the gap does not close as the step falls, as
 * long as a kink is within its reach. There is no threshold here: both numbers are shown, and what each step makes of them.
 *
 * <p>Source: Li et al. 2018, page 9 of arXiv 1712.09913v3, on the principal curvatures of a plane; the comparison with exact
 * products is ours.
 *
 * @param rows for each step the two directions and the mixed one
 */
public record CurvatureCheck(List<Row> rows) {
    /** Which second derivative. */
    public enum Along {
        /** Twice along the first direction. */
        FIRST,
        /** Twice along the second direction. */
        SECOND,
        /** Once along each. */
        MIXED
    }

    /**
     * One second derivative at the centre of a plane.
     *
     * @param along the directions {@code d} and {@code e}, which are the same but for the mixed one
     * @param step of the coordinates between points
     * @param drawn the second difference
     * @param exact {@code d' H e}
     * @param gap {@code |drawn - exact|} over the root of {@code |d' H d| |e' H e|}, which is {@code |exact|} but for the mixed
     *     one: infinite or NaN where that is 0
     */
    public record Row(Along along, double step, double drawn, double exact, double gap) {}

    /** Copies the list. */
    public CurvatureCheck {
        rows = List.copyOf(rows);
    }

    /**
     * Compares both at the centre of a plane.
     *
     * @param plane of any directions
     * @param objective with products of its Hessian, and the plane's layout
     * @param steps of the coordinates between points, such as those of the picture's grid; at least one, each finite and positive
     * @return three rows a step
     * @throws IllegalArgumentException if layouts differ, or a step is not finite and positive, or there is none
     * @throws UnsupportedOperationException if the objective has no products
     */
    public static CurvatureCheck of(Plane plane, Objective objective, double... steps) {
        Check.that(steps.length > 0, "steps must not be empty");
        Check.that(
                objective.layout().equals(plane.centre().layout()),
                "objective must have the plane's layout (%s), had another (%s)",
                plane.centre().layout(),
                objective.layout());
        double[] exact = exact(plane, objective);
        Values values = new Values(plane, objective);
        List<Row> rows = new ArrayList<>();
        for (double step : steps) {
            rows.addAll(rows(exact, values.differences(Check.positive("step", step)), step));
        }
        return new CurvatureCheck(rows);
    }

    private static double[] exact(Plane plane, Objective objective) {
        float[] product = new float[objective.layout().size()];
        objective.hessianTimes(plane.centre().values(), plane.first().values(), product);
        Parameters ofFirst = Parameters.of(objective.layout(), product);
        objective.hessianTimes(plane.centre().values(), plane.second().values(), product);
        Parameters ofSecond = Parameters.of(objective.layout(), product);
        return new double[] {
            plane.first().dot(ofFirst),
            plane.second().dot(ofSecond),
            plane.second().dot(ofFirst)
        };
    }

    private static List<Row> rows(double[] exact, double[] drawn, double step) {
        List<Row> rows = new ArrayList<>();
        double mixed = Math.sqrt(Math.abs(exact[0] * exact[1]));
        for (Along along : Along.values()) {
            int i = along.ordinal();
            double scale = along == Along.MIXED ? mixed : Math.abs(exact[i]);
            rows.add(new Row(along, step, drawn[i], exact[i], Math.abs(drawn[i] - exact[i]) / scale));
        }
        return rows;
    }

    /** The first score at points of the plane: computed as for its picture. */
    private static final class Values {
        private final Objective.OnPlane plane;
        private final double[] scores;

        Values(Plane plane, Objective objective) {
            this.plane = objective.onPlane(
                    plane.centre().values(),
                    plane.first().values(),
                    plane.second().values());
            this.scores = new double[objective.scores().size()];
        }

        private double at(double a, double b) {
            plane.scores(a, b, scores);
            return scores[0];
        }

        double[] differences(double h) {
            double middle = at(0, 0);
            return new double[] {
                (at(h, 0) - 2 * middle + at(-h, 0)) / (h * h),
                (at(0, h) - 2 * middle + at(0, -h)) / (h * h),
                (at(h, h) - at(h, -h) - at(-h, h) + at(-h, -h)) / (4 * h * h)
            };
        }
    }

    /**
     * Returns the names of the columns of {@link #table}.
     *
     * @return five names
     */
    public List<String> columns() {
        return List.of("direction", "step", "second difference", "exact product", "gap");
    }

    /**
     * Returns the numbers as a table, to be shown under {@link #columns}.
     *
     * @return three rows a step
     */
    public List<List<?>> table() {
        return rows.stream()
                .<List<?>>map(row -> List.of(name(row), row.step, row.drawn, row.exact, row.gap))
                .toList();
    }

    private static String name(Row row) {
        return row.along.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return rows.stream()
                .map(row -> String.format(
                        Locale.ROOT,
                        "%s at step %.3g: %.4g drawn, %.4g exact, gap %.2g %%",
                        name(row),
                        row.step,
                        row.drawn,
                        row.exact,
                        100 * row.gap))
                .collect(
                        Collectors.joining(
                                "; ",
                                "Curvature at the centre: ",
                                ". A smooth function's gap falls with the square of the step; kinks of a ReLU net keep it open."));
    }
}
