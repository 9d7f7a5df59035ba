package mml.seminar;

import mml.math.Check;

/**
 * A role, from whose perspective a paper is read.
 *
 * @param key names it: its notebook, such as {@code private-investigator}
 * @param name as it is spoken
 * @param task what it is to do
 * @param handsIn what comes of it
 */
public record Role(String key, String name, String task, String handsIn) {
    /**
     * Checks the texts.
     *
     * @throws IllegalArgumentException if the key cannot be the name of a file, or a text is blank
     */
    public Role {
        Keys.checked(key);
        Check.notBlank("name", name);
        Check.notBlank("task", task);
        Check.notBlank("handsIn", handsIn);
    }
}
