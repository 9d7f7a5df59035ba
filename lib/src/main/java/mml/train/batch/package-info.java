/**
 * Which examples a run sees at each step: batches of a data set or of a generator, and images varied at random.
 *
 * <p>Start from {@link mml.train.batch.Batches} and {@link mml.train.batch.Augmentation}. Everything depends on a seed and the
 * step only, so that a run can go on anywhere.
 *
 * <p>May use {@code mml.data} and {@code mml.math}.
 */
package mml.train.batch;
