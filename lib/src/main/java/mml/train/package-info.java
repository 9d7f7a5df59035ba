/**
 * Training: the objective of a network on a data set, optimisers, learning-rate schedules, runs and their traces.
 *
 * <p>Start from {@link mml.train.Training} (a run as a value) and {@link mml.train.NetworkObjective} (loss and accuracy as
 * functions of the parameters).
 *
 * <p>May use {@code mml.nn}, {@code mml.data} and {@code mml.math}.
 */
package mml.train;
