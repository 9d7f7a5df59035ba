/** Single kernels on one thread, measured by JMH: products, layers forward and back, updates. */
package mml.bench.kernel;
