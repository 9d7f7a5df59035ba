package mml.plot.path;

import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mml.landscape.path.Fidelity;
import mml.landscape.path.PlanePath;
import mml.math.Check;
import mml.plot.chart.Frame;
import mml.plot.chart.Ink;
import mml.plot.chart.Legend;
import mml.plot.chart.Overlay;
import mml.plot.scale.Numbers;

/**
 * Paths over the contours of their plane: {@code Figures.of(surface, "loss").over(Trails.of("SGD", path))}.
 *
 * <p>Each starts in a ring and ends in its marker. The dots of a path with its {@link Fidelity} have the colour that the plane
 * would have where the true score is: a dot that stands out from the plane around it tells that the plane is wrong there. The
 * larger a dot, the farther off the plane is its checkpoint. Dots that would cover the one before are left out.
 */
public final class Trails implements Overlay {
    private final List<Trail> trails;

    private Trails(List<Trail> trails) {
        this.trails = trails;
    }

    /**
     * Returns one path.
     *
     * @param name stands in the legend
     * @param path on the plane that is drawn
     * @return the overlay, to which others can be added
     * @throws IllegalArgumentException if the name is blank or cannot be drawn
     */
    public static Trails of(String name, PlanePath path) {
        return new Trails(List.of()).and(name, path);
    }

    /**
     * Returns one path with its true scores, which are to be of the kind that the plane shows.
     *
     * @param name stands in the legend
     * @param fidelity the path with its scores
     * @return the overlay, to which others can be added
     * @throws IllegalArgumentException if the name is blank or cannot be drawn
     */
    public static Trails of(String name, Fidelity fidelity) {
        return new Trails(List.of()).and(name, fidelity);
    }

    /**
     * Returns these paths and another.
     *
     * @param name stands in the legend
     * @param path on the same plane
     * @return the overlay
     * @throws IllegalArgumentException if the name is blank, taken, or cannot be drawn, or the plane is another
     */
    public Trails and(String name, PlanePath path) {
        return and(Trail.of(Check.label("name", name), path, Optional.empty()));
    }

    /**
     * Returns these paths and another with its true scores.
     *
     * @param name stands in the legend
     * @param fidelity the path with its scores, on the same plane
     * @return the overlay
     * @throws IllegalArgumentException if the name is blank, taken, or cannot be drawn, or the plane is another
     */
    public Trails and(String name, Fidelity fidelity) {
        return and(Trail.of(Check.label("name", name), fidelity.path(), Optional.of(fidelity)));
    }

    private Trails and(Trail added) {
        for (Trail other : trails) {
            Check.that(
                    !other.name().equals(added.name()),
                    "name must differ from those of other paths, was \"%s\" twice",
                    added.name());
            Check.that(
                    other.path().plane().equals(added.path().plane()),
                    "paths must lie on one plane, \"%s\" and \"%s\" do not",
                    other.name(),
                    added.name());
        }
        return new Trails(Stream.concat(trails.stream(), Stream.of(added)).toList());
    }

    /**
     * Returns the paths as far as they had come after a step.
     *
     * @param step how many steps were complete; each path has its first checkpoint at least
     * @return the overlay
     * @throws IllegalArgumentException if the step is negative
     */
    public Trails until(int step) {
        Check.notNegative("step", step);
        return map(trail -> trail.until(step));
    }

    private Trails map(UnaryOperator<Trail> change) {
        return new Trails(trails.stream().map(change).toList());
    }

    /** Returns the steps of all checkpoints, each once. */
    int[] steps() {
        return trails.stream()
                .flatMapToInt(trail -> Arrays.stream(trail.path().trajectory().steps()))
                .sorted()
                .distinct()
                .toArray();
    }

    @Override
    public void paint(Graphics2D graphics, Frame frame, DoubleToIntFunction colours) {
        List<TrailDrawing> drawings = drawings(frame);
        drawings.forEach(drawing -> drawing.paintLine(graphics));
        drawings.forEach(drawing -> drawing.paintStart(graphics));
        drawings.forEach(drawing -> drawing.paintEnd(graphics));
        drawings.forEach(drawing -> drawing.paintDots(graphics, colours));
        // beside all of the paths, so that it stays where it is as they go on
        List<TrailDrawing> whole = whole().drawings(frame);
        whole.get(0).paintStartLabel(graphics, frame.area(), whole);
    }

    @Override
    public Trails whole() {
        return map(Trail::whole);
    }

    private List<TrailDrawing> drawings(Frame frame) {
        return IntStream.range(0, trails.size())
                .mapToObj(i -> TrailDrawing.of(trails.get(i), frame, i, farthest()))
                .toList();
    }

    /** Returns the greatest distance off the plane of the paths with their scores, 0 if there is none. */
    private double farthest() {
        return trails.stream()
                .filter(trail -> trail.fidelity().isPresent())
                .mapToDouble(Trail::farthest)
                .max()
                .orElse(0);
    }

    @Override
    public List<Legend.Entry> legend() {
        Stream<Legend.Entry> lines = IntStream.range(0, trails.size())
                .mapToObj(i -> new Legend.Entry(trails.get(i).name(), Ink.series(i), Ink.LINE, Ink.marker(i), 0));
        Stream<Legend.Entry> dots = trails.stream()
                .flatMap(trail -> trail.fidelity().stream())
                .limit(1)
                .flatMap(found -> Stream.of(
                        "dot's colour: true " + found.score(),
                        "size: at most " + Numbers.text(farthest()) + " off the plane"))
                .map(what -> new Legend.Entry(what, Ink.AXIS, null, Ink.marker(0), 0));
        return Stream.concat(lines, dots).toList();
    }

    @Override
    public String inWords() {
        return trails.stream().map(Trail::inWords).collect(Collectors.joining("; ", "Over it the ", ""));
    }
}
