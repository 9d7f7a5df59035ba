/**
 * Data sets: labelled examples in one array of features and one of labels, and what is done to them before a network sees
 * them.
 *
 * <p>Start from {@link mml.data.Dataset}; {@link mml.data.FashionMnist} and {@link mml.data.TwoSpirals} are ready to use,
 * {@link mml.data.Split}, {@link mml.data.Standardisation} and {@link mml.data.Corruption} make data sets of data sets,
 * and {@link mml.data.Provenance} says where they come from and what was done to them.
 *
 * <p>May use {@code mml.data.download} and {@code mml.math}.
 */
package mml.data;
