package mml.landscape.point;

import mml.math.Check;

/** Points that become more; used by one thread at a time. */
public final class Growth implements Task.Sink {
    private final Points known;
    private final Outcome[] outcomes;
    private final int patience;
    private int tried;
    private int failures;

    /**
     * Begins with points that are known.
     *
     * @param known the points
     * @param patience after how many points that all failed, with no other known, an objective is taken for broken; at least 1
     * @throws IllegalArgumentException if the patience is below 1
     */
    public Growth(Points known, int patience) {
        this.known = known;
        this.outcomes = known.outcomes();
        this.patience = Check.positive("patience", patience);
    }

    /**
     * Takes a point, in place of what was known of it.
     *
     * @param index the point's number
     * @param outcome what it came to
     * @throws IllegalStateException if every point so far has failed, and there were as many as the patience
     */
    @Override
    public void keep(int index, Outcome outcome) {
        outcomes[index] = outcome;
        tried++;
        if (outcome instanceof Outcome.Failed failed) {
            failures++;
            boolean isBroken = failures == tried && tried >= patience && known.done() == 0;
            if (isBroken) {
                throw new IllegalStateException("the objective failed at each of the first " + tried
                        + " points, the last time with " + failed.reason());
            }
        }
    }

    /**
     * Returns how many points were taken.
     *
     * @return at least 0
     */
    public int tried() {
        return tried;
    }

    /**
     * Returns the points as they are now.
     *
     * @return a copy
     */
    public Points now() {
        return new Points(known.scores(), outcomes);
    }
}
