package mml.bench.work;

import mml.bench.exchange.Case;

/** Repeats something as often as a case says. */
final class Repeated {
    private Repeated() {}

    /**
     * Returns how long the timed repetitions take.
     *
     * @param amount how many
     * @param work what is repeated
     * @return seconds
     */
    static double seconds(Case.Amount amount, Runnable work) {
        for (int i = 0; i < amount.warm(); i++) {
            work.run();
        }
        long began = System.nanoTime();
        for (int i = 0; i < amount.timed(); i++) {
            work.run();
        }
        return (System.nanoTime() - began) / 1e9;
    }
}
