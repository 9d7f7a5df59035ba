/**
 * The paths of training runs on a plane of the loss landscape: principal components, projections, and how far the picture of
 * a path can be trusted.
 *
 * <p>Start from {@link mml.landscape.path.Trajectory}, whose {@link mml.landscape.path.PrincipalComponents} give a plane, on
 * which {@link mml.landscape.path.PlanePath} projects it; {@link mml.landscape.path.Fidelity} compares the picture with the
 * truth.
 *
 * <p>Source of the method: H. Li, Z. Xu, G. Taylor, C. Studer, T. Goldstein, Visualizing the loss landscape of neural nets,
 * NeurIPS 2018, arXiv 1712.09913, section 7.
 *
 * <p>May use {@code mml.landscape} and what that may use; never {@code mml.nn}.
 */
package mml.landscape.path;
