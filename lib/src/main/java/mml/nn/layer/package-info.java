/**
 * The layers: dense, activations, residual blocks.
 *
 * <p>Start from {@link mml.nn.layer.Dense} and {@link mml.nn.layer.Relu}. A new layer is one file here, which implements
 * {@link mml.nn.Layer}, and one row in the contract tests of the layers.
 *
 * <p>May use {@code mml.nn} and {@code mml.math}.
 */
package mml.nn.layer;
