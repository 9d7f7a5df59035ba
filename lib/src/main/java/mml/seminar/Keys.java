package mml.seminar;

import mml.math.Check;

/** Keys are names of folders and files, on every system. */
final class Keys {
    private Keys() {}

    static void checked(String key) {
        Check.that(
                key != null && key.matches("[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?"),
                "key must be of small letters and digits, with hyphens between, was \"%s\"",
                key);
    }
}
