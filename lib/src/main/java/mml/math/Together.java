package mml.math;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Several objectives of one layout as one: all their scores in one pass, and differences of them.
 *
 * <pre>{@code
 * Objective all = NetworkObjective.of(network, train)
 *         .and("test", NetworkObjective.of(network, test))
 *         .difference("gap", "test loss", "loss");      // loss, accuracy, test loss, test accuracy, gap
 * }</pre>
 *
 * <p>Derivatives are those of the first objective's first score.
 */
public final class Together implements Objective {
    /** A score that is the difference of two. */
    private record Difference(String name, int of, int minus) {}

    private final List<Objective> parts;
    private final List<String> partNames;
    private final List<Difference> differences;

    private Together(List<Objective> parts, List<String> partNames, List<Difference> differences) {
        this.parts = List.copyOf(parts);
        this.partNames = List.copyOf(partNames);
        this.differences = List.copyOf(differences);
        Set<String> names = new HashSet<>();
        for (String name : scores()) {
            Check.that(names.add(name), "names of scores must differ, %s occurs twice", name);
        }
    }

    /**
     * Returns one objective, to which others can be added.
     *
     * @param first any objective
     * @return the same scores
     */
    public static Together of(Objective first) {
        return new Together(List.of(first), first.scores(), List.of());
    }

    @Override
    public Together and(String name, Objective other) {
        Check.notBlank("name", name);
        Check.that(
                other.layout().equals(layout()),
                "objectives must have one layout, had %s and %s",
                layout(),
                other.layout());
        List<String> names = new ArrayList<>(partNames);
        other.scores().forEach(score -> names.add(name + " " + score));
        List<Objective> more = new ArrayList<>(parts);
        more.add(other);
        return new Together(more, names, differences);
    }

    /**
     * Returns the same with one more score: the difference of two. It comes after the scores of all objectives. If one of the two
     * has weight decay in it, so has their difference.
     *
     * @param name of the difference, such as {@code "gap"}
     * @param of what is subtracted from, a score of an objective
     * @param minus what is subtracted, another
     * @return the same with {@code of - minus}
     * @throws IllegalArgumentException if there is no such score, or the name is blank or taken
     */
    public Together difference(String name, String of, String minus) {
        List<Difference> more = new ArrayList<>(differences);
        more.add(new Difference(Check.notBlank("name", name), index(of), index(minus)));
        return new Together(parts, partNames, more);
    }

    private int index(String score) {
        int index = partNames.indexOf(score);
        Check.that(index >= 0, "score must be one of %s, was %s", partNames, score);
        return index;
    }

    @Override
    public Layout layout() {
        return parts.get(0).layout();
    }

    @Override
    public List<String> scores() {
        List<String> names = new ArrayList<>(partNames);
        differences.forEach(difference -> names.add(difference.name));
        return List.copyOf(names);
    }

    @Override
    public void scores(float[] at, double[] out) {
        collect(
                i -> {
                    double[] scores = room(i);
                    parts.get(i).scores(at, scores);
                    return scores;
                },
                out);
    }

    /** Something that gives the scores of one of the objectives. */
    @FunctionalInterface
    private interface Scores {
        double[] of(int part);
    }

    private double[] room(int part) {
        return new double[parts.get(part).scores().size()];
    }

    private void collect(Scores scores, double[] out) {
        int count = partNames.size() + differences.size();
        Check.that(out.length == count, "scores has %s numbers, the objective %s", out.length, count);
        int next = 0;
        for (int i = 0; i < parts.size(); i++) {
            double[] mine = scores.of(i);
            System.arraycopy(mine, 0, out, next, mine.length);
            next += mine.length;
        }
        for (Difference difference : differences) {
            out[next++] = out[difference.of] - out[difference.minus];
        }
    }

    @Override
    public double gradient(float[] at, float[] out) {
        return parts.get(0).gradient(at, out);
    }

    @Override
    public void hessianTimes(float[] at, float[] direction, float[] out) {
        parts.get(0).hessianTimes(at, direction, out);
    }

    @Override
    public OnPlane onPlane(float[] centre, float[] first, float[] second) {
        return new Restricted(
                parts.stream().map(part -> part.onPlane(centre, first, second)).toList());
    }

    private final class Restricted implements OnPlane {
        private final List<OnPlane> planes;

        Restricted(List<OnPlane> planes) {
            this.planes = planes;
        }

        @Override
        public void scores(double a, double b, double[] out) {
            collect(
                    i -> {
                        double[] scores = room(i);
                        planes.get(i).scores(a, b, scores);
                        return scores;
                    },
                    out);
        }

        @Override
        public OnPlane copy() {
            return new Restricted(planes.stream().map(OnPlane::copy).toList());
        }
    }

    /**
     * Returns the origins of all objectives, in their order, with the names of all scores, and the differences.
     *
     * @return empty if one of them has none
     */
    @Override
    public Optional<Origin> origin() {
        List<Origin> origins =
                parts.stream().flatMap(part -> part.origin().stream()).toList();
        if (origins.size() < parts.size()) {
            return Optional.empty();
        }
        String scoring = partNames + " from " + joined(origins, Origin::scoring);
        for (Difference difference : differences) {
            scoring += String.format(
                    "; %s = %s - %s", difference.name, partNames.get(difference.of), partNames.get(difference.minus));
        }
        return Optional.of(new Origin(joined(origins, Origin::function), joined(origins, Origin::data), scoring));
    }

    /** Returns what all have in common, or what each has, in their order. */
    private static String joined(List<Origin> origins, Function<Origin, String> part) {
        List<String> words = origins.stream().map(part).toList();
        return Set.copyOf(words).size() == 1 ? words.get(0) : String.join("; then ", words);
    }

    @Override
    public Together copy() {
        return new Together(parts.stream().map(Objective::copy).toList(), partNames, differences);
    }

    @Override
    public String toString() {
        return String.join(", ", scores());
    }
}
