package mml.seminar;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import mml.math.Check;

/**
 * Somebody has accepted roles. The first time is the binding registration; after a repair of the rota there may be another.
 *
 * @param participant the number
 * @param date the day
 * @param accepted for papers the role, by their keys; at least one
 */
public record Registration(int participant, LocalDate date, Map<String, String> accepted) {
    /**
     * Copies the map, and checks everything.
     *
     * @throws IllegalArgumentException if the number is below 1, there is no date, or nothing is accepted
     */
    public Registration {
        Check.positive("participant", participant);
        Check.given("date", date);
        accepted = Collections.unmodifiableMap(new LinkedHashMap<>(accepted));
        Check.that(!accepted.isEmpty(), "accepted must not be empty");
    }
}
