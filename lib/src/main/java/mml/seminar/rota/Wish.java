package mml.seminar.rota;

import mml.math.Check;

/**
 * The wish of a participant to have a role, at one paper or at any.
 *
 * @param role the key of the role
 * @param paper the key of the paper; empty for any
 */
public record Wish(String role, String paper) {
    /**
     * Checks both.
     *
     * @throws IllegalArgumentException if the role is blank, or the paper null
     */
    public Wish {
        Check.notBlank("role", role);
        Check.given("paper", paper);
    }

    /**
     * Returns the wish to have a role once, whenever that is.
     *
     * @param role the key of the role
     * @return the wish
     * @throws IllegalArgumentException if the role is blank
     */
    public static Wish of(String role) {
        return new Wish(role, "");
    }

    /**
     * Returns the wish to have a role at a paper.
     *
     * @param role the key of the role
     * @param paper the key of the paper
     * @return the wish
     * @throws IllegalArgumentException if one is blank
     */
    public static Wish at(String role, String paper) {
        return new Wish(role, Check.notBlank("paper", paper));
    }

    /**
     * Returns whether any paper will do.
     *
     * @return whether no paper is named
     */
    public boolean isForAnyPaper() {
        return paper.isEmpty();
    }
}
