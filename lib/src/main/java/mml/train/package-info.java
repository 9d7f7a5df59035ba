/**
 * Training: the objective of a network on a data set, training runs as values, and several of them side by side.
 *
 * <p>Start from {@link mml.train.Training} (a run as a value) and {@link mml.train.NetworkObjective} (loss and accuracy as
 * functions of the parameters). What a run is made of has rooms of its own: {@code mml.train.optimiser},
 * {@code mml.train.batch} and {@code mml.train.run}.
 *
 * <p>May use {@code mml.nn}, {@code mml.data} and {@code mml.math}.
 */
package mml.train;
