/**
 * Networks as models of Tribuo, and Tribuo's models beside them: data sets in both directions, training with provenance, saved
 * models, baselines, and their comparison.
 *
 * <p>Start from {@link mml.tribuo.NetworkTrainer}, {@link mml.tribuo.Conversion} and {@link mml.tribuo.Comparison}.
 *
 * <p>May use {@code mml.train}, {@code mml.nn}, {@code mml.data}, {@code mml.math}, and Tribuo.
 */
package mml.tribuo;
