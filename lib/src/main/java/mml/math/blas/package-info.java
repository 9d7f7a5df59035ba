/**
 * Products of single-precision matrices, by the fastest way that works on this machine.
 *
 * <p>Start from {@link mml.math.blas.Gemm}: {@code Gemm.best()} is OpenBLAS wherever it loads, by a foreign-function call on
 * Java 22 and newer, by netlib on Linux, by JavaCPP elsewhere, and plain Java where nothing else works.
 *
 * <p>May use {@code mml.math}.
 */
package mml.math.blas;
