/**
 * Handouts, as Markdown and as pages: for a participant their roles, for a meeting its agenda and the questions of its notebooks.
 *
 * <p>Start from {@link mml.seminar.handout.Handouts}.
 *
 * <p>Uses {@code mml.seminar} with its rota and schedule, {@code mml.json}, {@code mml.math} and commonmark-java, which turns
 * Markdown into HTML.
 */
package mml.seminar.handout;
