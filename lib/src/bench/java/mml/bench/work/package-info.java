/** What is measured, each kind of work one class: training, evaluation, products with the Hessian, surfaces, products. */
package mml.bench.work;
