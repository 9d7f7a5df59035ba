/**
 * Data sets: labelled examples in one array of features and one of labels.
 *
 * <p>Start from {@link mml.data.Dataset}; {@link mml.data.FashionMnist} and {@link mml.data.TwoSpirals} are ready to use,
 * {@link mml.data.Idx} reads files.
 *
 * <p>May use {@code mml.math}.
 */
package mml.data;
