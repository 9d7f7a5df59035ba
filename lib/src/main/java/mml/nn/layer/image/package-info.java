/**
 * Layers of images {@code [height, width, channels]}: convolution and pooling.
 *
 * <p>Start from {@link mml.nn.layer.image.Convolution}.
 *
 * <p>May use {@code mml.nn.layer}, {@code mml.nn} and {@code mml.math}.
 */
package mml.nn.layer.image;
