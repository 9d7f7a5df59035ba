package mml.seminar.rota;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import mml.math.Check;

/**
 * Somebody who takes part, known by a number: what the rota must respect of them.
 *
 * @param number from 1 on
 * @param absences the keys of the papers at whose meeting they cannot be there; none twice
 * @param wishes what they want to do; none twice
 */
public record Participant(int number, List<String> absences, List<Wish> wishes) {
    /**
     * Copies the lists, and checks them.
     *
     * @throws IllegalArgumentException if the number is below 1, or an absence or a wish stands there twice
     */
    public Participant {
        Check.positive("number", number);
        absences = List.copyOf(absences);
        wishes = List.copyOf(wishes);
        Check.that(Set.copyOf(absences).size() == absences.size(), "absences must differ, were %s", absences);
        Check.that(Set.copyOf(wishes).size() == wishes.size(), "wishes must differ, were %s", wishes);
    }

    /**
     * Returns somebody who is always there and has no wish.
     *
     * @param number from 1 on
     * @return the participant
     * @throws IllegalArgumentException if the number is below 1
     */
    public static Participant of(int number) {
        return new Participant(number, List.of(), List.of());
    }

    /**
     * Returns this participant with further absences.
     *
     * @param papers the keys of the papers
     * @return a new participant
     * @throws IllegalArgumentException if one stands there twice
     */
    public Participant absent(String... papers) {
        List<String> more = new ArrayList<>(absences);
        more.addAll(Arrays.asList(papers));
        return new Participant(number, more, wishes);
    }

    /**
     * Returns this participant with a further wish.
     *
     * @param wish what they want
     * @return a new participant
     * @throws IllegalArgumentException if they have it already
     */
    public Participant wishing(Wish wish) {
        List<Wish> more = new ArrayList<>(wishes);
        more.add(Check.given("wish", wish));
        return new Participant(number, absences, more);
    }
}
