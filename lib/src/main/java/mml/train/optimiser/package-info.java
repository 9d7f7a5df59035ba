/**
 * Optimisers as functions on vectors, and learning rates as functions of the step.
 *
 * <p>Start from {@link mml.train.optimiser.Optimiser}, of which {@link mml.train.optimiser.Sgd} and
 * {@link mml.train.optimiser.Adam} are two, and from {@link mml.train.optimiser.Schedule}. They know parameters and
 * gradients, but no network: any {@link mml.math.Objective} can be minimised with them.
 *
 * <p>May use {@code mml.math}.
 */
package mml.train.optimiser;
