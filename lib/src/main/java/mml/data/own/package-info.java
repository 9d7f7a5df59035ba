/**
 * Data of one's own: a table, or a folder of images, becomes a data set in one call, and whatever is wrong with it is said
 * with the file, the line and the value.
 *
 * <p>Start from {@link mml.data.own.Csv} and {@link mml.data.own.ImageFolder}.
 *
 * <p>May use {@code mml.data} and {@code mml.math}.
 */
package mml.data.own;
