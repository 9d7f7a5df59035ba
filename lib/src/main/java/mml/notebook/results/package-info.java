/**
 * Results that take time, on disk and under way: what determines them, how they are written and read, what made them, and
 * the computation that makes one on a thread of its own. Knows no kernel; {@code mml.notebook} shows what is found here.
 *
 * <p>Start from {@link mml.notebook.results.ResultFile} and {@link mml.notebook.results.Computation}.
 *
 * <p>Uses {@code mml.json}, {@code mml.math} and Jackson.
 */
package mml.notebook.results;
