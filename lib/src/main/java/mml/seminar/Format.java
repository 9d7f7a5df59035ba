package mml.seminar;

import mml.math.Check;

/**
 * How long things take.
 *
 * @param meeting minutes of a meeting
 * @param report minutes of each report
 */
public record Format(int meeting, int report) {
    /**
     * Checks both.
     *
     * @throws IllegalArgumentException if one is below 1, or a report is as long as a meeting
     */
    public Format {
        Check.positive("meeting", meeting);
        Check.positive("report", report);
        Check.that(report < meeting, "report must be shorter than a meeting of %s minutes, was %s", meeting, report);
    }
}
