package mml.notebook.results;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import mml.math.Check;

/**
 * What made a result, when, in what time and on what.
 *
 * @param command the command that makes it again
 * @param library name and version of the library
 * @param commit the commit of the repository, or {@code "unknown"}
 * @param jdk the version of Java, and who built it
 * @param system the operating system and its architecture
 * @param processor the processor and how many threads it runs
 * @param made the moment, as {@link Instant} writes it
 * @param seconds how long it took
 */
public record Stamp(
        String command,
        String library,
        String commit,
        String jdk,
        String system,
        String processor,
        String made,
        double seconds) {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT);

    /**
     * Checks that nothing is missing.
     *
     * @throws IllegalArgumentException if a text is blank or the seconds are negative or not finite
     * @throws java.time.DateTimeException if {@code made} is no moment
     */
    public Stamp {
        Check.notBlank("command", command);
        Check.notBlank("library", library);
        Check.notBlank("commit", commit);
        Check.notBlank("jdk", jdk);
        Check.notBlank("system", system);
        Check.notBlank("processor", processor);
        Check.notNegative("seconds", seconds);
        Instant.parse(Check.notBlank("made", made));
    }

    /**
     * Returns the stamp of a result that is complete now, on this machine.
     *
     * @param command the command that makes it again
     * @param seconds how long it took
     * @return the stamp
     */
    public static Stamp now(String command, double seconds) {
        return new Stamp(
                command,
                Machine.library(),
                Machine.commit(),
                Machine.jdk(),
                Machine.system(),
                Machine.processor(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                seconds);
    }

    /**
     * Returns the stamp in one sentence.
     *
     * @return such as {@code "made 2026-01-31 12:00 UTC in 41.2 s by ..."}
     */
    @Override
    public String toString() {
        String when = MINUTES.format(Instant.parse(made).atOffset(ZoneOffset.UTC));
        return String.format(
                Locale.ROOT,
                "made %s in %.1f s by %s, on %s, %s, JDK %s, with %s, commit %s",
                when,
                seconds,
                command,
                system,
                processor,
                jdk,
                library,
                commit);
    }
}
