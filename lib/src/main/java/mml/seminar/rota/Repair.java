package mml.seminar.rota;

import java.util.ArrayList;
import java.util.List;
import mml.math.Tabular;

/**
 * A rota made to fit again, with as little change as was found for those who stay.
 *
 * @param before the rota that did not fit any more
 * @param after the one that does
 * @param smallness how little change that is
 */
public record Repair(Rota before, Rota after, Smallness smallness) implements Tabular {
    /** What is known of the number of changes. */
    public enum Smallness {
        /** No rota that fits has fewer. */
        PROVED_SMALLEST("proved smallest"),
        /** None with fewer was found, but the search was not complete. */
        SMALLEST_FOUND("smallest found in the time");

        private final String words;

        Smallness(String words) {
            this.words = words;
        }

        /**
         * Returns it in words.
         *
         * @return as in a sentence
         */
        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * Returns what becomes another for those who stay: each participant, paper and role that differs.
     *
     * @return in the order of the participants; nothing of those who left or came, or of a paper that came
     */
    public List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        for (Participant participant : after.problem().participants()) {
            int number = participant.number();
            if (before.problem().participants().stream().anyMatch(other -> other.number() == number)) {
                for (String paper : before.problem().papers()) {
                    String was = before.role(number, paper).orElse("");
                    String is = after.role(number, paper).orElse("");
                    if (!was.equals(is)) {
                        changes.add(new Change(number, paper, was, is));
                    }
                }
            }
        }
        return changes;
    }

    @Override
    public List<String> columns() {
        return List.of("participant", "paper", "before", "after");
    }

    @Override
    public List<List<Object>> rows() {
        return changes().stream()
                .map(change -> List.<Object>of(
                        change.participant(), change.paper(), said(change.before()), said(change.after())))
                .toList();
    }

    /**
     * Returns how many changes there are, and what is known of that number.
     *
     * @return half a line
     */
    @Override
    public String toString() {
        int count = changes().size();
        return (count == 0 ? "No change" : count == 1 ? "1 change" : count + " changes") + ", " + smallness;
    }

    private static String said(String role) {
        return role.isEmpty() ? "-" : role;
    }
}
