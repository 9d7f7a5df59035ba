/**
 * The layers: dense, activations, dropout, residual blocks; those of images and batch normalisation in rooms of their own.
 *
 * <p>Start from {@link mml.nn.layer.Dense}, {@link mml.nn.layer.image.Convolution} and {@link mml.nn.layer.Relu}.
 *
 * <p>A new layer is one file here (or in {@code image} or {@code norm}) and one row in the contract tests of the layers:
 * <ol>
 *   <li>a record that implements {@link mml.nn.Layer}: the shape of its output, the blocks of its parameters, and a {@link
 *       mml.nn.Layer.Pass} that goes forward, back, and along a direction. {@link mml.nn.layer.Flatten} is the smallest; a
 *       function of each number by itself needs only the few lines of {@link mml.nn.layer.Tanh}, and what is linear in
 *       parameters and in input only its products, as {@link mml.nn.layer.Dense};
 *   <li>a line {@code new Row(layer, input shape, output shape)} in {@code LayerContractTest}, which then holds it to shapes,
 *       gradients, products with the Hessian and independence of the batch;
 *   <li>a few values by hand, and what it refuses, in a test of its own.
 * </ol>
 * Local response normalisation would go this way, as a layer of images without parameters, and so would concatenation, as a
 * layer with layers inside, as {@link mml.nn.layer.Residual} is.
 *
 * <p>A layer may be given a whole batch on the outermost thread, or a part of one inside a task of {@link mml.math.Workers}.
 * What takes long uses {@code Workers} itself, in parts that depend on the shapes alone, and comes out with the same bits.
 *
 * <p>May use {@code mml.nn} and {@code mml.math}.
 */
package mml.nn.layer;
