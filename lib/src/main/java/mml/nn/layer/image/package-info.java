/**
 * Layers of images {@code [height, width, channels]}: convolution and pooling.
 *
 * <p>Start from {@link mml.nn.layer.image.Convolution}. It is computed by {@link mml.nn.layer.image.direct} where that works,
 * else as products of matrices.
 *
 * <p>May use {@code mml.nn.layer.image.direct}, {@code mml.nn.layer}, {@code mml.nn} and {@code mml.math}.
 */
package mml.nn.layer.image;
