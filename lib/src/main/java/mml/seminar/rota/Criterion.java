package mml.seminar.rota;

/**
 * Something that a rota should have little of, with its count.
 *
 * @param name what is counted
 * @param count how often it is so in the rota
 * @param lowerBound how often it must be so at least, found by counting seats and people alone: no rota has less, but there need
 *     not be one that has so little
 */
public record Criterion(String name, int count, int lowerBound) {}
