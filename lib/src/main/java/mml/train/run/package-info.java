/**
 * Training runs as values: what came out, what was seen on the way, and checkpoints in memory and in files.
 *
 * <p>Start from {@link mml.train.run.Run} and {@link mml.train.run.Trace}.
 *
 * <p>May use {@code mml.train.optimiser}, {@code mml.nn} and {@code mml.math}.
 */
package mml.train.run;
