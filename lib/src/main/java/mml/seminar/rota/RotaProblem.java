package mml.seminar.rota;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import mml.math.Check;

/**
 * What a rota is wanted for: papers, roles and participants. Every role of a paper has one to {@value #MOST_PARTNERS} partners.
 * As long as there are seats enough everybody presents at every paper that they attend; else two halves present in turn.
 *
 * @param papers their keys, in the order of the meetings
 * @param roles their keys, in the order of the reports
 * @param participants in the order of their numbers, whatever the order in which they are given
 * @param held the keys of the papers whose meeting is over: who did what there stays as it is, whatever they wished
 */
public record RotaProblem(List<String> papers, List<String> roles, List<Participant> participants, List<String> held) {
    /** How many may share a role of a paper. */
    public static final int MOST_PARTNERS = 3;
    /** The key of the role that everybody should have once, where the seats allow it. */
    public static final String ONCE_FOR_EVERYBODY = "hacker";

    /**
     * Copies the lists, and checks them.
     *
     * @throws IllegalArgumentException if a list but that of the papers held is empty, something stands in it twice, a paper or
     *     role is meant that is not there, or there are more participants than two halves have seats
     */
    public RotaProblem {
        papers = some("papers", papers);
        roles = some("roles", roles);
        participants = participants.stream()
                .sorted(Comparator.comparingInt(Participant::number))
                .toList();
        some("participants", participants.stream().map(Participant::number).toList());
        held = distinct("papers held", held);
        for (String paper : held) {
            known("papers held", "paper", paper, papers);
        }
        int most = 2 * MOST_PARTNERS * roles.size();
        Check.that(
                participants.size() <= most,
                "participants must be at most %s, two halves of %s roles with %s partners, were %s",
                most,
                roles.size(),
                MOST_PARTNERS,
                participants.size());
        for (Participant participant : participants) {
            check(participant, papers, roles);
        }
    }

    /**
     * Returns the problem of participants who are always there and have no wish, before the first meeting.
     *
     * @param papers their keys, in the order of the meetings
     * @param roles their keys, in the order of the reports
     * @param participants how many, numbered from 1
     * @return the problem
     * @throws IllegalArgumentException if there are none or too many, or a key stands there twice
     */
    public static RotaProblem of(List<String> papers, List<String> roles, int participants) {
        Check.positive("participants", participants);
        List<Participant> all =
                IntStream.rangeClosed(1, participants).mapToObj(Participant::of).toList();
        return new RotaProblem(papers, roles, all, List.of());
    }

    /**
     * Returns this problem with a participant in place of the one who has the same number.
     *
     * @param participant with what is to be respected
     * @return a new problem
     * @throws IllegalArgumentException if nobody has the number
     */
    public RotaProblem replacing(Participant participant) {
        List<Participant> others = others(participant.number());
        others.add(participant);
        return new RotaProblem(papers, roles, others, held);
    }

    /**
     * Returns this problem without somebody.
     *
     * @param number of the participant
     * @return a new problem
     * @throws IllegalArgumentException if nobody has the number, or nobody else is there
     */
    public RotaProblem without(int number) {
        return new RotaProblem(papers, roles, others(number), held);
    }

    /**
     * Returns this problem with somebody more.
     *
     * @param participant with a number of their own
     * @return a new problem
     * @throws IllegalArgumentException if the number is taken, or there are too many
     */
    public RotaProblem with(Participant participant) {
        List<Participant> more = new ArrayList<>(participants);
        more.add(participant);
        return new RotaProblem(papers, roles, more, held);
    }

    /**
     * Returns this problem with one paper more, which is read last.
     *
     * @param paper its key
     * @return a new problem
     * @throws IllegalArgumentException if it is there already
     */
    public RotaProblem reading(String paper) {
        List<String> more = new ArrayList<>(papers);
        more.add(paper);
        return new RotaProblem(more, roles, participants, held);
    }

    /**
     * Returns this problem after some meetings.
     *
     * @param papers the keys of the papers that were discussed
     * @return a new problem
     * @throws IllegalArgumentException if one is not there, or stands there twice
     */
    public RotaProblem held(List<String> papers) {
        return new RotaProblem(this.papers, roles, participants, papers);
    }

    /**
     * Returns whether two halves present in turn, as there are more participants than seats at a paper.
     *
     * @return whether there are more than {@value #MOST_PARTNERS} a role
     */
    public boolean isAlternating() {
        return participants.size() > MOST_PARTNERS * roles.size();
    }

    /** Returns where a participant stands, counted from 0. */
    int row(int number) {
        int row = IntStream.range(0, participants.size())
                .filter(i -> participants.get(i).number() == number)
                .findFirst()
                .orElse(-1);
        Check.that(
                row >= 0,
                "participant must be one of %s, was %s",
                participants.stream().map(Participant::number).toList(),
                number);
        return row;
    }

    boolean isHeld(int paper) {
        return held.contains(papers.get(paper));
    }

    boolean isAbsent(int row, int paper) {
        return participants.get(row).absences().contains(papers.get(paper));
    }

    private List<Participant> others(int number) {
        List<Participant> others = new ArrayList<>(participants);
        others.remove(row(number));
        return others;
    }

    private static void check(Participant participant, List<String> papers, List<String> roles) {
        String who = "participant " + participant.number();
        participant.absences().forEach(paper -> known("absences of " + who, "paper", paper, papers));
        for (Wish wish : participant.wishes()) {
            known("wishes of " + who, "role", wish.role(), roles);
            if (!wish.isForAnyPaper()) {
                known("wishes of " + who, "paper", wish.paper(), papers);
            }
        }
    }

    private static void known(String where, String what, String key, List<String> all) {
        Check.that(all.contains(key), "%s must each name a %s of %s, one was %s", where, what, all, key);
    }

    private static <T> List<T> some(String name, List<T> values) {
        Check.that(!values.isEmpty(), "%s must not be empty", name);
        return distinct(name, values);
    }

    private static <T> List<T> distinct(String name, List<T> values) {
        Set<T> seen = new HashSet<>();
        values.forEach(value -> Check.that(seen.add(value), "%s must differ, %s was there twice", name, value));
        return List.copyOf(values);
    }
}
