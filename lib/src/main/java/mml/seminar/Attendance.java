package mml.seminar;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mml.math.Check;

/**
 * What happened at the meeting on a paper. A meeting that has this is over.
 *
 * @param paper the key of the paper
 * @param present the numbers of who was there
 * @param reported the numbers of who gave their report
 * @param contributions how often each who did has contributed to the discussion
 */
public record Attendance(
        String paper, List<Integer> present, List<Integer> reported, Map<Integer, Integer> contributions) {
    /**
     * Copies lists and map, and checks them.
     *
     * @throws IllegalArgumentException if the paper is blank, a number stands twice in a list, somebody reported or contributed who
     *     was not present, or a count is below 1
     */
    public Attendance {
        Check.notBlank("paper", paper);
        present = different("present", present);
        reported = different("reported", reported);
        contributions = Collections.unmodifiableMap(new LinkedHashMap<>(contributions));
        for (int k = 0; k < reported.size(); k++) {
            Check.that(
                    present.contains(reported.get(k)), "reported[%s] must be present, %s was not", k, reported.get(k));
        }
        for (Map.Entry<Integer, Integer> one : contributions.entrySet()) {
            Check.that(present.contains(one.getKey()), "contributions.%s must be of somebody present", one.getKey());
            Check.positive("contributions." + one.getKey(), one.getValue());
        }
    }

    private static List<Integer> different(String name, List<Integer> numbers) {
        Set<Integer> seen = new HashSet<>();
        for (int k = 0; k < numbers.size(); k++) {
            Check.that(
                    seen.add(numbers.get(k)), "%s[%s] must be another, %s was there already", name, k, numbers.get(k));
        }
        return List.copyOf(numbers);
    }
}
