package mml.plot.plane;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.DoubleStream;
import mml.math.Grid;
import mml.plot.contour.Colours;
import mml.plot.contour.Standing;
import mml.plot.scale.Numbers;

/**
 * A grid and its title.
 *
 * @param title may be empty
 * @param grid the values
 */
public record Plane(String title, Grid grid) {
    DoubleStream finite() {
        return grid.values().filter(Double::isFinite);
    }

    /** Returns how many points have each standing. */
    Map<Standing, Long> counts(Colours colours) {
        Map<Standing, Long> counts = new EnumMap<>(Standing.class);
        grid.values().forEach(value -> counts.merge(colours.standing(value), 1L, Long::sum));
        long holes = points() - grid.values().count();
        if (holes > 0) {
            counts.put(Standing.NO_VALUE, holes);
        }
        return counts;
    }

    private long points() {
        return (long) grid.x().count() * grid.y().count();
    }

    /** Returns for example {@code least 0.31 at (0, 0), greatest 12 at (-1, 1); 3 values above 10 clipped}. */
    String inWords(Colours colours) {
        StringBuilder words = new StringBuilder(extremes());
        counts(colours).forEach((standing, count) -> words.append(inWords(standing, count, colours.end(standing))));
        return words.toString();
    }

    private String extremes() {
        if (finite().findAny().isEmpty()) {
            return "no point has a finite value";
        }
        double least = finite().min().getAsDouble();
        double greatest = finite().max().getAsDouble();
        return least == greatest
                ? "all values are " + Numbers.text(least)
                : "least " + extreme(least) + ", greatest " + extreme(greatest);
    }

    private String inWords(Standing standing, long count, double end) {
        String points = "; " + count + " of " + Numbers.count(points(), "point");
        return switch (standing) {
            case WITHIN -> "";
            case ABOVE -> "; " + Numbers.count(count, "value") + " above " + Numbers.text(end) + " clipped";
            case BELOW ->
                "; " + Numbers.count(count, "value")
                        + (Double.isNaN(end) ? " not positive" : " below " + Numbers.text(end)) + " clipped";
            case PLUS_INFINITY -> points + " infinite";
            case MINUS_INFINITY -> points + " minus infinity";
            case NO_VALUE -> points + " without a value";
        };
    }

    private String extreme(double value) {
        for (int row = 0; row < grid.y().count(); row++) {
            for (int column = 0; column < grid.x().count(); column++) {
                if (grid.at(column, row) == value) {
                    return Numbers.text(value) + " at (" + Numbers.text(grid.x().at(column)) + ", "
                            + Numbers.text(grid.y().at(row)) + ")";
                }
            }
        }
        throw new IllegalArgumentException("value must be one of the grid's, was " + value);
    }
}
