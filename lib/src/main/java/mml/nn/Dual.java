package mml.nn;

/**
 * Numbers together with their derivatives along a direction.
 *
 * @param values the numbers; not copied
 * @param tangents the derivative of each; not copied
 */
public record Dual(float[] values, float[] tangents) {}
