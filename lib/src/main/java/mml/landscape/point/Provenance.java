package mml.landscape.point;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mml.math.Check;
import mml.math.Grid.Axis;

/**
 * What a surface or a curve was made of: by it a file knows whose it is, and a comparison whether it is fair.
 *
 * @param scores the names of the scores, at least one
 * @param axes the coordinates along the first direction, and of a surface those along the second
 * @param parts the rest, in words; those that are not known are missing
 */
public record Provenance(List<String> scores, List<Axis> axes, Map<Part, String> parts) {
    private static final List<String> NAMES = List.of("axis a", "axis b");

    /** What there is in words. */
    public enum Part {
        /** The function of the parameters, such as a network's layers. */
        FUNCTION,
        /** What is scored. */
        DATA,
        /** What is made of function and data, such as loss and weight decay. */
        SCORING,
        /** How the directions were made: how they were drawn and normalised, from which seed. */
        DIRECTIONS,
        /** The blocks of the parameters, one a line. */
        LAYOUT,
        /** A fingerprint of the point at the centre. */
        CENTRE,
        /** A fingerprint of the first direction. */
        FIRST,
        /** A fingerprint of the second direction, which a line has not. */
        SECOND;

        /**
         * Returns the part's name as sentences have it.
         *
         * @return in small letters
         */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        private String inWords() {
            return this == FIRST || this == SECOND ? this + " direction (by its fingerprint)" : toString();
        }
    }

    /**
     * In what two surfaces differ first.
     *
     * @param what such as {@code data}
     * @param one what it is in the first of them
     * @param other what it is in the second
     */
    public record Difference(String what, String one, String other) {}

    /**
     * Copies lists and map.
     *
     * @throws IllegalArgumentException if there is no score, two have one name, a name is blank, or there are neither one nor
     *     two axes
     */
    public Provenance {
        scores = List.copyOf(scores);
        Check.that(!scores.isEmpty(), "scores must not be empty");
        scores.forEach(score -> Check.notBlank("every score", score));
        Check.that(Set.copyOf(scores).size() == scores.size(), "names of scores must differ, were %s", scores);
        axes = List.copyOf(axes);
        Check.that(axes.size() == 1 || axes.size() == 2, "axes must be one or two, were %s", axes.size());
        Map<Part, String> copy = new EnumMap<>(Part.class);
        copy.putAll(parts);
        parts = Collections.unmodifiableMap(copy);
    }

    /**
     * Returns how many points there are.
     *
     * @return the product of the axes' counts
     */
    public int count() {
        return Levels.of(axes).count();
    }

    /**
     * Returns one part.
     *
     * @param part which
     * @return its words; empty if it is not known
     */
    public Optional<String> part(Part part) {
        return Optional.ofNullable(parts.get(part));
    }

    /**
     * Returns in what this differs first from another: scores, axes, then the given parts. Of a part with several lines the
     * first line that differs is told.
     *
     * @param other of another surface
     * @param which parts count
     * @return empty if they agree
     */
    public Optional<Difference> difference(Provenance other, Set<Part> which) {
        if (!scores.equals(other.scores)) {
            return Optional.of(new Difference("scores", scores.toString(), other.scores.toString()));
        } else if (axes.size() != other.axes.size()) {
            return Optional.of(new Difference("number of axes", "" + axes.size(), "" + other.axes.size()));
        }
        for (int i = 0; i < axes.size(); i++) {
            if (!axes.get(i).equals(other.axes.get(i))) {
                return Optional.of(new Difference(NAMES.get(i), text(axes.get(i)), text(other.axes.get(i))));
            }
        }
        return which.stream()
                .filter(part -> !part(part).equals(other.part(part)))
                .sorted()
                .findFirst()
                .map(part -> difference(part, lines(part), other.lines(part)));
    }

    private List<String> lines(Part part) {
        return part(part).orElse("").lines().toList();
    }

    private static Difference difference(Part part, List<String> one, List<String> other) {
        int line = 0;
        while (line < one.size() && line < other.size() && one.get(line).equals(other.get(line))) {
            line++;
        }
        return new Difference(part.inWords(), line(one, line), line(other, line));
    }

    private static String line(List<String> lines, int index) {
        return lines.isEmpty() ? "not told" : index < lines.size() ? '"' + lines.get(index) + '"' : "nothing more";
    }

    private static String text(Axis axis) {
        return axis.count() + " points on [" + axis.low() + ", " + axis.high() + "]";
    }
}
