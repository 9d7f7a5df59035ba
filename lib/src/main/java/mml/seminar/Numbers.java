package mml.seminar;

import mml.math.Check;

/** Numbers of participants as names of fields. */
final class Numbers {
    private Numbers() {}

    static int of(String text) {
        Check.that(text.matches("[1-9]\\d{0,5}"), "%s must be the number of a participant", text);
        return Integer.parseInt(text);
    }
}
