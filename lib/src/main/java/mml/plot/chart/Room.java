package mml.plot.chart;

import mml.math.Check;

/** What titles, legends, numbers and labels leave to the data. */
final class Room {
    /** Less of a plot area, in pixels, shows nothing. */
    private static final int LEAST = 20;

    private Room() {}

    /** Refuses an area that is too narrow or too low; {@code how} says which. */
    static void require(double left, String how) {
        Check.that(
                left >= LEAST,
                "figure must leave an area %s pixels %s to its data, leaves %.0f: make it larger, or title and legend shorter",
                LEAST,
                how,
                left);
    }
}
