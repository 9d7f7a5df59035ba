/**
 * Whole runs and single kernels, measured for {@code environment/seminar bench}. Begin with {@link mml.bench.Measure}.
 *
 * <p>Every run is a process of its own: {@link mml.bench.Prepare} writes what all sides read, then this library and each peer
 * do the same work and print one line of JSON. May use the whole library.
 */
package mml.bench;
