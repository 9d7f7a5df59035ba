package mml.seminar.schedule;

import java.time.ZoneId;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mml.math.Check;

/**
 * When the seminar can be, and when it is.
 *
 * @param zone of the place
 * @param slots candidates for the weekly slot; at least one
 * @param answers for each who has answered, the slots at which they can come
 * @param holidays days without a meeting
 * @param meetings those that have a date; at most one a paper
 */
public record Timetable(
        ZoneId zone,
        List<Slot> slots,
        Map<Integer, List<Slot>> answers,
        List<Holiday> holidays,
        List<Meeting> meetings) {
    /**
     * Copies everything, and checks it.
     *
     * @throws IllegalArgumentException if there is no zone or no slot, a slot or a paper is there twice, clocks are changed during a
     *     meeting, or an answer names another slot
     */
    public Timetable {
        Check.given("zone", zone);
        slots = List.copyOf(slots);
        holidays = List.copyOf(holidays);
        meetings = List.copyOf(meetings);
        Check.that(!slots.isEmpty(), "slots must not be empty");
        Set<Object> seen = new HashSet<>();
        for (int k = 0; k < slots.size(); k++) {
            Check.that(seen.add(slots.get(k)), "slots[%s] must be another, %s was there already", k, slots.get(k));
        }
        for (int k = 0; k < meetings.size(); k++) {
            String paper = meetings.get(k).paper();
            Check.that(seen.add(paper), "meetings[%s].paper must be another, %s was there already", k, paper);
            Check.that(
                    meetings.get(k).isSteady(zone),
                    "meetings[%s].from must be a time at which nobody changes the clocks in %s until the end, was %s on %s",
                    k,
                    zone,
                    meetings.get(k).from(),
                    meetings.get(k).date());
        }
        Map<Integer, List<Slot>> copy = new LinkedHashMap<>();
        for (Map.Entry<Integer, List<Slot>> answer : answers.entrySet()) {
            for (int k = 0; k < answer.getValue().size(); k++) {
                Slot slot = answer.getValue().get(k);
                Check.that(
                        slots.contains(slot),
                        "answers.%s[%s] must be one of %s, was %s",
                        answer.getKey(),
                        k,
                        slots,
                        slot);
            }
            copy.put(answer.getKey(), List.copyOf(answer.getValue()));
        }
        answers = Collections.unmodifiableMap(copy);
    }

    /**
     * Returns when a paper is discussed.
     *
     * @param paper its key
     * @return the meeting, if it has a date
     */
    public Optional<Meeting> meeting(String paper) {
        return meetings.stream()
                .filter(meeting -> meeting.paper().equals(paper))
                .findFirst();
    }

    /**
     * Returns this timetable with other dates.
     *
     * @param meetings at most one a paper
     * @return a new schedule
     */
    public Timetable meetings(List<Meeting> meetings) {
        return new Timetable(zone, slots, answers, holidays, meetings);
    }

    /**
     * Returns this timetable with other days without a meeting.
     *
     * @param holidays in any order; dates that were set before stay as they are
     * @return a new schedule
     */
    public Timetable holidays(List<Holiday> holidays) {
        return new Timetable(zone, slots, answers, holidays, meetings);
    }

    /**
     * Returns this timetable with an answer, in place of the one that the same participant gave before.
     *
     * @param participant the number
     * @param can the slots at which they can come
     * @return a new schedule
     * @throws IllegalArgumentException if a slot is no candidate
     */
    public Timetable answer(int participant, List<Slot> can) {
        Map<Integer, List<Slot>> more = new LinkedHashMap<>(answers);
        more.put(participant, can);
        return new Timetable(zone, slots, more, holidays, meetings);
    }
}
