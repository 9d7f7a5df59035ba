/**
 * JSON as it is written and read here: strictly, so that what is cut, doubled, missing or unknown is refused.
 *
 * <p>Start from {@link mml.json.Json} for values that are written by themselves, and from {@link mml.json.Item} for files that
 * people edit: it says with path and line what is wrong.
 *
 * <p>Uses {@code mml.math} and Jackson.
 */
package mml.json;
