/**
 * Batch normalisation of vectors and images.
 *
 * <p>Start from {@link mml.nn.layer.norm.BatchNormalisation}.
 *
 * <p>May use {@code mml.nn} and {@code mml.math}.
 */
package mml.nn.layer.norm;
