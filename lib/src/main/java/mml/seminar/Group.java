package mml.seminar;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mml.math.Check;
import mml.seminar.rota.Participant;

/**
 * Who takes part, and who has left.
 *
 * @param participants with numbers of their own
 * @param left the numbers of those who have dropped out; they stay in what was done before
 */
public record Group(List<Participant> participants, List<Integer> left) {
    /**
     * Copies the lists, and checks them.
     *
     * @throws IllegalArgumentException if there is no participant, a number is there twice, or one is below 1
     */
    public Group {
        participants = List.copyOf(participants);
        left = List.copyOf(left);
        Check.that(!participants.isEmpty(), "participants must not be empty");
        Set<Integer> seen = new HashSet<>();
        for (int k = 0; k < participants.size(); k++) {
            int number = participants.get(k).number();
            Check.that(seen.add(number), "participants[%s].number must be another, %s was there already", k, number);
        }
        for (int k = 0; k < left.size(); k++) {
            Check.positive("left[" + k + "]", left.get(k));
            Check.that(seen.add(left.get(k)), "left[%s] must be another, %s was there already", k, left.get(k));
        }
    }

    /**
     * Returns the numbers of all participants.
     *
     * @return without those who have left
     */
    public List<Integer> numbers() {
        return participants.stream().map(Participant::number).toList();
    }

    /**
     * Returns whether a number is that of anybody who takes part or has done so.
     *
     * @param number any number
     * @return whether it is one of them
     */
    public boolean knows(int number) {
        return left.contains(number) || numbers().contains(number);
    }
}
