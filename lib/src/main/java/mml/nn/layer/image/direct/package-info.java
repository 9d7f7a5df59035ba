/**
 * The inner loop of a convolution that reads the images where they lie.
 *
 * <p>Start from {@link mml.nn.layer.image.direct.OffsetProduct}. What computes it is compiled apart, with the module
 * {@code jdk.incubator.vector}, and is not there without it.
 *
 * <p>May use nothing but the module.
 */
package mml.nn.layer.image.direct;
