package mml.bench.exchange;

import java.util.List;

/**
 * What one run of one side came to.
 *
 * @param seconds on the clock
 * @param done how much was done in them: images, points, products
 * @param observed numbers that the other sides must find as well, such as losses
 */
public record Outcome(double seconds, double done, List<Double> observed) {}
