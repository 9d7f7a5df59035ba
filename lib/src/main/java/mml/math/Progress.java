package mml.math;

/** Is told how far a long computation has come. Called from the thread that started it, or one at a time from others. */
@FunctionalInterface
public interface Progress {
    /**
     * Takes note of how far the work has come.
     *
     * @param done how many units of work are complete, from 0 to {@code total}
     * @param total how many there are
     * @param seconds how long it has taken so far
     */
    void report(long done, long total, double seconds);

    /**
     * Returns a listener that does nothing.
     *
     * @return a silent listener
     */
    static Progress none() {
        return (done, total, seconds) -> {};
    }
}
