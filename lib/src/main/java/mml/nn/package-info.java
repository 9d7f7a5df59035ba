/**
 * Networks as immutable descriptions, and their passes forwards and backwards over batches.
 *
 * <p>Start from {@link mml.nn.Network} (layers, their layout, initial parameters), {@link mml.nn.Layer}, the contract of one
 * layer, and {@link mml.nn.Probe}, a look into every layer; the layers themselves are in {@code mml.nn.layer}, ready networks in
 * {@code mml.nn.model}.
 *
 * <p>May use {@code mml.math}.
 */
package mml.nn;
