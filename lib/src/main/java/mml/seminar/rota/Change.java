package mml.seminar.rota;

/**
 * One report of somebody who stays that is another after a repair.
 *
 * @param participant the number
 * @param paper the key of the paper
 * @param before the key of the role, or empty if they did not present there
 * @param after the key of the role, or empty if they do not present there any more
 */
public record Change(int participant, String paper, String before, String after) {}
