/**
 * Ready networks of the papers.
 *
 * <p>Start from {@link mml.nn.model.Mlp}.
 *
 * <p>May use {@code mml.nn}, {@code mml.nn.layer} and {@code mml.math}.
 */
package mml.nn.model;
