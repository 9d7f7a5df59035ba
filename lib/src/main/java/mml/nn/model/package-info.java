/**
 * Ready networks of the papers.
 *
 * <p>Start from {@link mml.nn.model.Mlp} and {@link mml.nn.model.ResNet}.
 *
 * <p>May use {@code mml.nn}, {@code mml.nn.layer} and {@code mml.math}.
 */
package mml.nn.model;
