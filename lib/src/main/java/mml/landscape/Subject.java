package mml.landscape;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mml.landscape.point.Levels;
import mml.landscape.point.Provenance;
import mml.landscape.point.Provenance.Part;
import mml.landscape.point.Task;
import mml.math.Check;
import mml.math.Grid.Axis;
import mml.math.Layout;
import mml.math.Objective;
import mml.math.Parameters;

/**
 * What is surveyed: an objective on the grid of a plane, or along a line. Its points are numbered row by row; a line is one row.
 *
 * @param vectors centre, first direction, and of a plane the second
 * @param made how the directions were made; blank if it is not told
 * @param axes one for each direction
 */
record Subject(Objective objective, List<Parameters> vectors, String made, List<Axis> axes) {
    private static final List<Part> FINGERPRINTS = List.of(Part.CENTRE, Part.FIRST, Part.SECOND);

    Subject {
        requireLayout(objective, vectors.get(0).layout());
    }

    static Subject of(Plane plane, Objective objective, Axis a, Axis b) {
        List<Axis> axes = List.of(Check.given("a", a), Check.given("b", b));
        return new Subject(objective, List.of(plane.centre(), plane.first(), plane.second()), plane.made(), axes);
    }

    static Subject of(Line line, Objective objective, Axis axis) {
        return new Subject(objective, List.of(line.centre(), line.direction()), "", List.of(Check.given("axis", axis)));
    }

    private static void requireLayout(Objective objective, Layout layout) {
        Check.that(
                objective.layout().equals(layout),
                "objective must have the layout of the directions (%s), had another (%s)",
                layout,
                objective.layout());
    }

    Levels levels() {
        return Levels.of(axes);
    }

    /** Prepares the objective, which may take time, and may be stopped. */
    Task task() {
        Axis a = axes.get(0);
        if (axes.size() == 1) {
            return new Task(
                    objective.scores(),
                    objective.onPlane(vectors.get(0), vectors.get(1), null),
                    (own, i, out) -> own.scores(a.at(i), 0, out));
        }
        Axis b = axes.get(1);
        return new Task(
                objective.scores(),
                objective.onPlane(vectors.get(0), vectors.get(1), vectors.get(2)),
                (own, i, out) -> own.scores(a.at(i % a.count()), b.at(i / a.count()), out));
    }

    Provenance provenance() {
        Map<Part, String> parts = new EnumMap<>(Part.class);
        objective.origin().ifPresent(origin -> {
            parts.put(Part.FUNCTION, origin.function());
            parts.put(Part.DATA, origin.data());
            parts.put(Part.SCORING, origin.scoring());
        });
        if (!made.isBlank()) {
            parts.put(Part.DIRECTIONS, made);
        }
        parts.put(
                Part.LAYOUT,
                vectors.get(0).layout().blocks().stream()
                        .map(block -> block.name() + " " + block.kind() + " " + block.shape())
                        .collect(Collectors.joining("\n")));
        for (int i = 0; i < vectors.size(); i++) {
            parts.put(FINGERPRINTS.get(i), vectors.get(i).fingerprint());
        }
        return new Provenance(objective.scores(), axes, parts);
    }
}
