/**
 * Products of single-precision matrices, by the fastest way that works on this machine.
 *
 * <p>Start from {@link mml.math.blas.Gemm}: {@code Gemm.best()} is OpenBLAS wherever it loads, by a foreign-function call on
 * Java 22 and newer, by netlib on Linux, by JavaCPP elsewhere, and plain Java where nothing else works.
 *
 * <p>{@code Gemm.best().onThreads()} cuts a product for several threads, and multiplies matrices of moderate size by tiles of
 * vectors where these have 512 bits.
 *
 * <p>May use {@code mml.math}.
 */
package mml.math.blas;
