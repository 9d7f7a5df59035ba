package mml.landscape;

import java.util.EnumMap;
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

/** What is surveyed: an objective on the grid of a plane. Its points are numbered row by row. */
record Subject(Plane plane, Objective objective, Axis a, Axis b) {
    Subject {
        requireLayout(objective, plane.centre().layout());
        Check.given("a", a);
        Check.given("b", b);
    }

    static void requireLayout(Objective objective, Layout layout) {
        Check.that(
                objective.layout().equals(layout),
                "objective must have the layout of the directions (%s), had another (%s)",
                layout,
                objective.layout());
    }

    int count() {
        return Math.multiplyExact(a.count(), b.count());
    }

    Levels levels() {
        return new Levels(a.count(), b.count());
    }

    /** Prepares the objective, which may take time, and may be stopped. */
    Task task() {
        return new Task(
                objective.scores(),
                objective.onPlane(plane.centre(), plane.first(), plane.second()),
                (own, i, out) -> own.scores(a.at(i % a.count()), b.at(i / a.count()), out));
    }

    Provenance provenance() {
        Map<Part, String> parts = new EnumMap<>(Part.class);
        objective.origin().ifPresent(origin -> {
            parts.put(Part.FUNCTION, origin.function());
            parts.put(Part.DATA, origin.data());
            parts.put(Part.SCORING, origin.scoring());
        });
        if (!plane.made().isBlank()) {
            parts.put(Part.DIRECTIONS, plane.made());
        }
        parts.put(
                Part.LAYOUT,
                plane.centre().layout().blocks().stream()
                        .map(block -> block.name() + " " + block.kind() + " " + block.shape())
                        .collect(Collectors.joining("\n")));
        parts.put(Part.CENTRE, plane.centre().fingerprint());
        parts.put(Part.FIRST, plane.first().fingerprint());
        parts.put(Part.SECOND, plane.second().fingerprint());
        return new Provenance(objective.scores(), a, b, parts);
    }
}
