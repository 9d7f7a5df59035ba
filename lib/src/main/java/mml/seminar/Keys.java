package mml.seminar;

import mml.math.Check;

/** Keys are names of folders and files, on every system. */
final class Keys {
    /** What Windows takes for a device, whatever stands after the point. */
    private static final String DEVICES = "con|prn|aux|nul|com[0-9]|lpt[0-9]";

    private Keys() {}

    static void checked(String key) {
        Check.that(
                key != null && key.matches("[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?"),
                "key must be of small letters and digits, with hyphens between, was \"%s\"",
                key);
        Check.that(!key.matches(DEVICES), "key must be no name of a device, which Windows has for files, was %s", key);
    }
}
