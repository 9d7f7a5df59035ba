/**
 * Figures that can be varied without a kernel: frames drawn beforehand, with sliders and buttons in the page.
 *
 * <p>Start from {@link mml.plot.control.Control#over}.
 *
 * <p>May use {@code mml.plot} and what that may use.
 */
package mml.plot.control;
