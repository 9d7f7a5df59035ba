/**
 * Pictures of the paths of training runs: on the contours of their plane, beside the truth, and in motion.
 *
 * <p>Start from {@link mml.plot.path.PathFigures} and {@link mml.plot.path.Trails}.
 *
 * <p>May use {@code mml.plot}, {@code mml.plot.control}, {@code mml.landscape.path} and what these may use.
 */
package mml.plot.path;
