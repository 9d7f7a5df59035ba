package mml.plot.plane;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import mml.math.Check;
import mml.math.Grid;
import mml.plot.chart.ColourBar;
import mml.plot.contour.Colours;
import mml.plot.contour.Standing;
import mml.plot.scale.Axis;
import mml.plot.scale.Numbers;
import mml.plot.scale.Scale;

/**
 * Grids on one scale, with their labels and colours, and what is said of them.
 *
 * @param all at least one
 * @param labels in common
 * @param colours in common
 */
public record Planes(List<Plane> all, Labels labels, Colours colours) {
    /**
     * Checks what the grids have in common.
     *
     * @throws IllegalArgumentException if they reach over different axes, or a value has no colour
     */
    public Planes {
        all = List.copyOf(all);
        for (Plane plane : all) {
            sameRange("x", all.get(0).grid().x(), plane.grid().x());
            sameRange("y", all.get(0).grid().y(), plane.grid().y());
        }
        List<Plane> checked = all;
        colours.check(() -> checked.stream().flatMapToDouble(Plane::finite));
    }

    private static void sameRange(String axis, Grid.Axis first, Grid.Axis other) {
        Check.that(
                first.low() == other.low() && first.high() == other.high(),
                "grids beside each other must reach over the same %s, were [%s, %s] and [%s, %s]",
                axis,
                first.low(),
                first.high(),
                other.low(),
                other.high());
    }

    /**
     * Returns one grid without a title.
     *
     * @param grid the values
     * @param labels what is measured
     * @param colours of the values
     * @return it alone
     */
    public static Planes of(Grid grid, Labels labels, Colours colours) {
        return new Planes(List.of(new Plane("", grid)), labels, colours);
    }

    /**
     * Returns the grids in other colours.
     *
     * @param other the colours
     * @return the same grids
     */
    public Planes with(Colours other) {
        return new Planes(all, labels, other);
    }

    /**
     * Returns the grids with another title of the first.
     *
     * @param title not blank
     * @return the same grids
     * @throws IllegalArgumentException if it is blank or cannot be drawn
     */
    public Planes titled(String title) {
        Plane first = new Plane(Check.label("title", title), all.get(0).grid());
        return new Planes(Stream.concat(Stream.of(first), all.stream().skip(1)).toList(), labels, colours);
    }

    /**
     * Returns the grids and one more.
     *
     * @param title of the one more
     * @param grid over the same axes
     * @return all
     * @throws IllegalArgumentException if it reaches over others, or its title is blank or cannot be drawn
     */
    public Planes beside(String title, Grid grid) {
        Plane next = new Plane(Check.label("title", title), grid);
        return new Planes(Stream.concat(all.stream(), Stream.of(next)).toList(), labels, colours);
    }

    /**
     * Returns the finite values of all grids.
     *
     * @return clipped ones too
     */
    public DoubleStream finite() {
        return all.stream().flatMapToDouble(Plane::finite);
    }

    /**
     * Returns the axis of the values.
     *
     * @return none if no value is finite
     */
    public Optional<Axis> axis() {
        return colours.axis(labels.colours(), finite());
    }

    /**
     * Returns the colour bar.
     *
     * @return none if no value is finite
     */
    public Optional<ColourBar> bar() {
        return axis().map(axis -> new ColourBar(
                axis, colours, standings().filter(Standing::isClipped).toList()));
    }

    /**
     * Returns what stripes mean that no colour bar tells: what is not finite.
     *
     * @return those that there are
     */
    public List<Standing> holes() {
        return standings()
                .filter(standing -> standing != Standing.WITHIN && !standing.isClipped())
                .toList();
    }

    private Stream<Standing> standings() {
        return Arrays.stream(Standing.values())
                .filter(standing ->
                        all.stream().anyMatch(plane -> plane.counts(colours).containsKey(standing)));
    }

    /**
     * Returns what the grids show, for example {@code loss over a in [-1, 1], b in [-1, 1]: least 0.31 at (0, 0), greatest 12
     * at (-1, 1)}.
     *
     * @return words without a full stop
     */
    public String inWords() {
        Grid first = all.get(0).grid();
        String logarithmic = colours.scale() == Scale.LOGARITHMIC ? " (logarithmic)" : "";
        String over = labels.colours() + logarithmic + " over " + labels.x() + " in " + interval(first.x()) + ", "
                + labels.y() + " in " + interval(first.y());
        if (all.size() == 1) {
            return over + ": " + all.get(0).inWords(colours);
        }
        return over + ", " + all.size() + " planes on one scale: "
                + all.stream()
                        .map(plane -> (plane.title().isEmpty() ? "" : plane.title() + ": ") + plane.inWords(colours))
                        .collect(Collectors.joining("; "));
    }

    /**
     * Returns the title of a lone grid as a sentence.
     *
     * @return empty if it has none, or others beside it
     */
    public String titleInWords() {
        return all.size() > 1 || all.get(0).title().isEmpty() ? "" : all.get(0).title() + ". ";
    }

    private static String interval(Grid.Axis axis) {
        return "[" + Numbers.text(axis.low()) + ", " + Numbers.text(axis.high()) + "]";
    }
}
