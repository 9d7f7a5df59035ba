package mml.data;

import java.util.List;
import java.util.stream.Stream;
import mml.math.Check;

/**
 * Where data come from, under which licence they may be passed on, and what was done to them since: what one must know of data
 * before one trusts or shares a result.
 *
 * @param origin who made the data, when and where it is described; or, of data that are generated, how and from which seed
 * @param licence its name, or that none is stated
 * @param steps what was done to the data, one sentence part each, in order; empty for data as they were made
 */
public record Provenance(String origin, String licence, List<String> steps) {
    /** What is said of an origin or a licence that nobody has told. */
    public static final String NOT_STATED = "not stated";

    /** Of data whose maker has said nothing. */
    public static final Provenance UNKNOWN = of(NOT_STATED, NOT_STATED);

    /**
     * Copies the steps, and checks the texts.
     *
     * @throws IllegalArgumentException if one is blank
     */
    public Provenance {
        Check.notBlank("origin", origin);
        Check.notBlank("licence", licence);
        steps.forEach(step -> Check.notBlank("every step", step));
        steps = List.copyOf(steps);
    }

    /**
     * Returns the provenance of data to which nothing was done yet.
     *
     * @param origin who made them, when and where it is described
     * @param licence its name, or {@link #NOT_STATED}
     * @return without a step
     * @throws IllegalArgumentException if a text is blank
     */
    public static Provenance of(String origin, String licence) {
        return new Provenance(origin, licence, List.of());
    }

    /**
     * Returns the provenance of data that a program made.
     *
     * @param how by which rule, with which settings, from which seed
     * @return with the licence {@code "generated"}
     * @throws IllegalArgumentException if the text is blank
     */
    public static Provenance generated(String how) {
        return of(how, "generated");
    }

    /**
     * Returns this provenance and one more step.
     *
     * @param step what was done to the data, such as {@code "standardised"}
     * @return a new value
     * @throws IllegalArgumentException if it is blank
     */
    public Provenance then(String step) {
        return new Provenance(
                origin, licence, Stream.concat(steps.stream(), Stream.of(step)).toList());
    }

    /**
     * Returns all in one sentence.
     *
     * @return such as {@code "two spirals, seed 1 (generated); the first 10 of 600"}
     */
    @Override
    public String toString() {
        return origin + " (" + licence + ")" + (steps.isEmpty() ? "" : "; " + String.join("; ", steps));
    }
}
