package mml.landscape;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import mml.landscape.point.Provenance.Part;
import mml.math.Check;
import mml.math.Statistics;

/**
 * Surfaces of several networks that may be compared: the same data, scored alike, on the same grid, along directions that were
 * made by the same rule from the same seed. They are drawn with one range of colours and one set of levels. What differs is the
 * function of the parameters.
 *
 * <p>Immutable: {@link #add} returns a comparison of one more.
 */
public final class FairComparison {
    /** What must agree, beside scores and axes. */
    private static final Set<Part> ALIKE = EnumSet.of(Part.DATA, Part.SCORING, Part.DIRECTIONS);

    /**
     * A surface and its name.
     *
     * @param name such as {@code "ResNet-20 without shortcuts"}
     * @param surface complete
     */
    public record Member(String name, Surface surface) {
        /**
         * Checks that the surface can be compared with any.
         *
         * @throws IllegalArgumentException if the name is blank, a point of the surface is waiting or has failed, or it does not
         *     tell its data, its scoring or how its directions were made
         */
        public Member {
            Check.notBlank("name", name);
            Check.given("surface", surface);
            Check.that(surface.isComplete(), "%s must be complete to be compared, was %s", name, surface);
            for (Part part : ALIKE) {
                Check.that(
                        surface.provenance().part(part).isPresent(),
                        "%s must tell its %s to be compared: %s",
                        name,
                        part,
                        part == Part.DIRECTIONS ? "see Plane.made" : "see Objective.origin");
            }
        }
    }

    private final String score;
    private final List<Member> members;

    private FairComparison(String score, List<Member> members) {
        this.score = score;
        this.members = List.copyOf(members);
    }

    /**
     * Returns a comparison of nothing yet.
     *
     * @param score which score is compared
     * @return a comparison without members
     * @throws IllegalArgumentException if it is blank
     */
    public static FairComparison of(String score) {
        return new FairComparison(Check.notBlank("score", score), List.of());
    }

    /**
     * Returns the comparison with one more surface.
     *
     * @param name of the surface
     * @param surface complete
     * @return the comparison
     * @throws IllegalArgumentException if the name is taken, there is no such score, or the surface cannot be compared with those
     *     that are there; the sentence says in what they differ
     */
    public FairComparison add(String name, Surface surface) {
        List<Member> more = new ArrayList<>(members);
        more.add(new Member(name, surface));
        surface.grid(score);
        for (Member other : members) {
            Check.that(!other.name.equals(name), "names must differ, %s occurs twice", name);
            other.surface.provenance().difference(surface.provenance(), ALIKE).ifPresent(found -> {
                throw new IllegalArgumentException(String.format(
                        "%s and %s cannot be compared: their %s differ, %s and %s",
                        other.name, name, found.what(), found.one(), found.other()));
            });
        }
        return new FairComparison(score, more);
    }

    /**
     * Returns which score is compared.
     *
     * @return its name
     */
    public String score() {
        return score;
    }

    /**
     * Returns the surfaces in the order in which they were added.
     *
     * @return an immutable list
     */
    public List<Member> members() {
        return members;
    }

    /**
     * Returns the least value of all surfaces.
     *
     * @return a finite number
     * @throws IllegalStateException if no surface has a finite value
     */
    public double low() {
        return values()[0];
    }

    /**
     * Returns the greatest finite value of all surfaces.
     *
     * @return a finite number
     * @throws IllegalStateException if no surface has a finite value
     */
    public double high() {
        double[] values = values();
        return values[values.length - 1];
    }

    /**
     * Returns levels that cut the values of all surfaces together into parts of equal number.
     *
     * @param count how many levels, at least 1
     * @return ascending, for every one of the surfaces
     * @throws IllegalArgumentException if the count is below 1
     * @throws IllegalStateException if no surface has a finite value
     */
    public double[] levels(int count) {
        Check.positive("count", count);
        double[] values = values();
        return IntStream.rangeClosed(1, count)
                .mapToDouble(i -> Statistics.quantile(i / (count + 1.0), values))
                .toArray();
    }

    /** Returns all finite values, ascending. */
    private double[] values() {
        double[] values = members.stream()
                .flatMapToDouble(member -> member.surface.grid(score).values())
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (values.length == 0) {
            throw new IllegalStateException("a comparison needs a surface with a finite " + score + ", had none");
        }
        return values;
    }

    @Override
    public String toString() {
        return score + " of "
                + String.join(", ", members.stream().map(Member::name).toList());
    }
}
