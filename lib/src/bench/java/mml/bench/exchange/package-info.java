/** What the two sides of a comparison share: the case, and the files with the numbers that both read. */
package mml.bench.exchange;
