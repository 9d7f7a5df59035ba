/**
 * The ground floor: argument checks, parameter vectors with a layout, functions of them, products of matrices, workers.
 *
 * <p>Start from {@link mml.math.Parameters} (a vector whose blocks have names), {@link mml.math.Objective} (a function of
 * such a vector) and {@link mml.math.Workers} (loops over the cores that can be stopped).
 *
 * <p>Uses no other package of the library.
 */
package mml.math;
