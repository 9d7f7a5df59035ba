package mml.seminar.schedule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mml.math.Check;
import mml.math.Tabular;

/**
 * Who can come when: candidates for the weekly slot, to choose from.
 *
 * @param slots the candidates, in their order
 * @param participants the numbers of all who are asked
 * @param answers for each who has answered, the slots at which they can come
 */
public record SlotChoice(List<Slot> slots, List<Integer> participants, Map<Integer, List<Slot>> answers)
        implements Tabular {
    /**
     * Copies everything, and checks it.
     *
     * @throws IllegalArgumentException if there is no slot, or an answer is of somebody else or names another slot
     */
    public SlotChoice {
        slots = List.copyOf(slots);
        participants = List.copyOf(participants);
        Check.that(!slots.isEmpty(), "slots must not be empty");
        Map<Integer, List<Slot>> copy = new LinkedHashMap<>();
        for (Map.Entry<Integer, List<Slot>> answer : answers.entrySet()) {
            int number = answer.getKey();
            Check.that(
                    participants.contains(number), "answers.%s must be of a participant of %s", number, participants);
            for (Slot slot : answer.getValue()) {
                Check.that(slots.contains(slot), "answers.%s must name slots of %s, one was %s", number, slots, slot);
            }
            copy.put(number, List.copyOf(answer.getValue()));
        }
        answers = Collections.unmodifiableMap(copy);
    }

    /**
     * Returns who can come.
     *
     * @param slot one of the candidates
     * @return their numbers
     * @throws IllegalArgumentException if it is none
     */
    public List<Integer> can(Slot slot) {
        Check.that(slots.contains(slot), "slot must be one of %s, was %s", slots, slot);
        return participants.stream()
                .filter(number -> answers.getOrDefault(number, List.of()).contains(slot))
                .toList();
    }

    /**
     * Returns who has said that they cannot come.
     *
     * @param slot one of the candidates
     * @return their numbers
     * @throws IllegalArgumentException if it is none
     */
    public List<Integer> cannot(Slot slot) {
        List<Integer> can = can(slot);
        return participants.stream()
                .filter(number -> answers.containsKey(number) && !can.contains(number))
                .toList();
    }

    /**
     * Returns who has not answered yet.
     *
     * @return their numbers
     */
    public List<Integer> silent() {
        return participants.stream()
                .filter(number -> !answers.containsKey(number))
                .toList();
    }

    /**
     * Returns the slots at which most can come.
     *
     * @return one, or several at which as many can come, in the order of the candidates
     */
    public List<Slot> best() {
        int most = slots.stream().mapToInt(slot -> can(slot).size()).max().orElseThrow();
        return slots.stream().filter(slot -> can(slot).size() == most).toList();
    }

    @Override
    public List<String> columns() {
        return List.of("slot", "can come", "cannot come", "who cannot");
    }

    @Override
    public List<List<Object>> rows() {
        List<List<Object>> rows = new ArrayList<>();
        for (Slot slot : slots) {
            List<Integer> cannot = cannot(slot);
            rows.add(List.of(slot.toString(), can(slot).size(), cannot.size(), joined(cannot)));
        }
        return rows;
    }

    /**
     * Returns how many have answered, and when most can come.
     *
     * @return a line
     */
    @Override
    public String toString() {
        String count = answers.size() + " of " + participants.size() + " have answered";
        return answers.isEmpty()
                ? count
                : count + ", most can come "
                        + best().stream().map(Slot::toString).collect(Collectors.joining(" or "));
    }

    private static String joined(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
