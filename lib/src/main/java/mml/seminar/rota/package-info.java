/**
 * Who does what at which paper: problems, rotas, what is good and bad about them, and how they are repaired.
 *
 * <p>Start from {@link mml.seminar.rota.RotaProblem} and {@link mml.seminar.rota.RotaSolver}, which makes a
 * {@link mml.seminar.rota.Rota}; after a drop-out {@link mml.seminar.rota.Rota#without} makes a
 * {@link mml.seminar.rota.Repair}. Papers and roles are known by their keys, participants by their numbers.
 *
 * <p>Uses {@code mml.math} and choco-solver.
 */
package mml.seminar.rota;
