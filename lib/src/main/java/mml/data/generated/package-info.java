/**
 * Data that are made by a formula from a seed, as many as one likes, the same bits for every number of threads.
 *
 * <p>Start from {@link mml.data.generated.Shapeset} and {@link mml.data.generated.GaussianBlobs}.
 *
 * <p>May use {@code mml.data} and {@code mml.math}.
 */
package mml.data.generated;
