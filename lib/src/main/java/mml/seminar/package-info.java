/**
 * The seminar itself: papers, roles, who takes part, who has which role when, who was there; in one file that people edit.
 *
 * <p>Start from {@link mml.seminar.Seminar}, which is read from {@code notebooks/0-seminar/seminar.json}. Rotas are in
 * {@code mml.seminar.rota}, dates and agendas in {@code mml.seminar.schedule}.
 *
 * <p>Uses these two, {@code mml.json}, {@code mml.math} and Jackson.
 */
package mml.seminar;
