package mml.seminar;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import mml.json.Refused;
import mml.math.Check;
import mml.seminar.rota.Participant;
import mml.seminar.rota.Repair;
import mml.seminar.rota.Rota;
import mml.seminar.rota.RotaProblem;
import mml.seminar.schedule.Agenda;
import mml.seminar.schedule.Meeting;
import mml.seminar.schedule.MeetingCalendar;
import mml.seminar.schedule.Slot;
import mml.seminar.schedule.SlotChoice;
import mml.seminar.schedule.Timetable;

/**
 * A seminar: what is read, who takes part, who does what, when, and what has happened. All of it is one file.
 *
 * <pre>{@code
 * Seminar seminar = Seminar.read(Path.of("seminar.json"));
 * Repair repair = seminar.rota().without(4);
 * seminar.with(repair).write(Path.of("seminar.json"));
 * }</pre>
 *
 * @param about what the seminar is
 * @param format how long things take
 * @param papers in the order of the meetings
 * @param roles in the order of the reports
 * @param group who takes part
 * @param seats for each paper and each role the numbers of the partners; empty if there is no rota yet
 * @param timetable when it is
 * @param records what is written down of people
 */
public record Seminar(
        About about,
        Format format,
        List<Paper> papers,
        List<Role> roles,
        Group group,
        Map<String, Map<String, List<Integer>>> seats,
        Timetable timetable,
        Records records) {
    /**
     * Checks that everything fits together.
     *
     * @throws IllegalArgumentException if a key is there twice, or something refers to a paper, role or participant that is not
     *     there; the sentence begins with the path of what refers to it
     */
    public Seminar {
        Check.given("about", about);
        Check.given("format", format);
        Check.given("group", group);
        Check.given("timetable", timetable);
        Check.given("records", records);
        papers = List.copyOf(papers);
        roles = List.copyOf(roles);
        different("papers", papers.stream().map(Paper::key).toList());
        different("roles", roles.stream().map(Role::key).toList());
        References references = new References(
                papers.stream().map(Paper::key).toList(),
                roles.stream().map(Role::key).toList(),
                group);
        references.check(group.participants());
        references.check(timetable);
        references.check(records);
        references.checkSeats(seats);
        seats = seats.isEmpty() ? Map.of() : new Rota(problem(papers, roles, group, records), seats).seats();
        references.checkReports(records, seats);
    }

    /**
     * Reads a seminar.
     *
     * @param file such as {@code seminar.json}
     * @return the seminar
     * @throws IOException if there is none, or it cannot be read
     * @throws Refused if something is wrong in it, with path and line
     */
    public static Seminar read(Path file) throws IOException {
        return SeminarFile.read(file);
    }

    /**
     * Writes the seminar, whole or not at all. What was there is kept beside it, under the same name with {@code .last} at its end.
     *
     * @param file such as {@code seminar.json}
     * @throws IOException if it cannot be written; what was there is as it was
     * @throws Refused if what is there cannot be read, as somebody has edited it: their work is not overwritten
     */
    public void write(Path file) throws IOException {
        SeminarFile.write(this, file);
    }

    /**
     * Returns a paper.
     *
     * @param key its key
     * @return the paper
     * @throws IllegalArgumentException if there is none
     */
    public Paper paper(String key) {
        return papers.stream()
                .filter(paper -> paper.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("paper must be one of "
                        + papers.stream().map(Paper::key).toList() + ", was " + key));
    }

    /**
     * Returns a role.
     *
     * @param key its key
     * @return the role
     * @throws IllegalArgumentException if there is none
     */
    public Role role(String key) {
        return roles.stream()
                .filter(role -> role.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "role must be one of " + roles.stream().map(Role::key).toList() + ", was " + key));
    }

    /**
     * Returns what a rota is wanted for. Meetings whose attendance is written down are over.
     *
     * @return papers, roles and participants
     */
    public RotaProblem problem() {
        return problem(papers, roles, group, records);
    }

    /**
     * Returns whether it has been settled who does what.
     *
     * @return whether there is a rota
     */
    public boolean hasRota() {
        return !seats.isEmpty();
    }

    /**
     * Returns who does what.
     *
     * @return the rota
     * @throws IllegalArgumentException if there is none yet
     */
    public Rota rota() {
        Check.that(hasRota(), "seminar must have a rota, has none yet: take with(RotaSolver.of(problem()).solve())");
        return new Rota(problem(), seats);
    }

    /**
     * Returns this seminar with a rota, and with the participants that it is for.
     *
     * @param rota of its papers and roles
     * @return a new seminar
     * @throws IllegalArgumentException if it is of others, or the records mention somebody who is not in it
     */
    public Seminar with(Rota rota) {
        return with(rota, group.left());
    }

    /**
     * Returns this seminar after a repair: with its participants and its rota. Those who are not in it any more have left.
     *
     * @param repair of this seminar's rota
     * @return a new seminar
     * @throws IllegalArgumentException if it is of another rota: those who have come since would be taken for people who left
     */
    public Seminar with(Repair repair) {
        Check.that(
                repair.before().seats().equals(seats),
                "repair must be of the rota that the seminar has now, was of another: repair it again");
        List<Integer> left = new ArrayList<>(group.left());
        left.addAll(group.numbers());
        return with(repair.after(), left);
    }

    private Seminar with(Rota rota, List<Integer> maybeLeft) {
        List<Participant> participants = rota.problem().participants();
        List<Integer> left = maybeLeft.stream()
                .filter(number -> participants.stream().noneMatch(one -> one.number() == number))
                .toList();
        return new Seminar(
                about, format, papers, roles, new Group(participants, left), rota.seats(), timetable, records);
    }

    /**
     * Returns this seminar with another group; its rota is kept if it fits them, else they need a new one or a repair.
     *
     * @param group who takes part
     * @return a new seminar
     * @throws IllegalArgumentException if the rota or the records mention somebody who is not in it
     */
    public Seminar with(Group group) {
        return new Seminar(about, format, papers, roles, group, seats, timetable, records);
    }

    /**
     * Returns this seminar with one paper more, which is read last; a rota is extended to it.
     *
     * @param paper of a key of its own
     * @return a new seminar; the meeting on it has no date yet
     * @throws IllegalArgumentException if the key is there already
     * @throws mml.seminar.rota.NoRota if the rota cannot be extended
     */
    public Seminar with(Paper paper) {
        List<Paper> more = new ArrayList<>(papers);
        more.add(paper);
        Map<String, Map<String, List<Integer>>> extended =
                hasRota() ? rota().reading(paper.key()).after().seats() : seats;
        return new Seminar(about, format, more, roles, group, extended, timetable, records);
    }

    /**
     * Returns this seminar without a rota.
     *
     * @return a new seminar
     */
    public Seminar withoutRota() {
        return new Seminar(about, format, papers, roles, group, Map.of(), timetable, records);
    }

    /**
     * Returns this seminar with another timetable.
     *
     * @param timetable when it is
     * @return a new seminar
     * @throws IllegalArgumentException if it refers to a paper or participant that is not there
     */
    public Seminar with(Timetable timetable) {
        return new Seminar(about, format, papers, roles, group, seats, timetable, records);
    }

    /**
     * Returns this seminar with other records.
     *
     * @param records what is written down of people
     * @return a new seminar
     * @throws IllegalArgumentException if they refer to a paper, role or participant that is not there
     */
    public Seminar with(Records records) {
        return new Seminar(about, format, papers, roles, group, seats, timetable, records);
    }

    /**
     * Returns who can come when.
     *
     * @return the candidates for the weekly slot
     */
    public SlotChoice choice() {
        Map<Integer, List<Slot>> answers = new TreeMap<>(timetable.answers());
        answers.keySet().retainAll(group.numbers());
        return new SlotChoice(timetable.slots(), group.numbers(), answers);
    }

    /**
     * Returns this seminar with one meeting a week.
     *
     * @param slot the time of the week
     * @param start the first meeting is on this day or after it
     * @return a new seminar
     */
    public Seminar weekly(Slot slot, LocalDate start) {
        List<Meeting> meetings = Meeting.weekly(problem().papers(), slot, start, timetable.holidays());
        return with(timetable.meetings(meetings));
    }

    /**
     * Returns the agenda of a meeting.
     *
     * @param paper the key of the paper
     * @return the agenda
     * @throws IllegalArgumentException if there is no such paper, no rota, or no date yet; or the reports leave no time for a
     *     discussion
     */
    public Agenda agenda(String paper) {
        paper(paper);
        Meeting meeting = timetable
                .meeting(paper)
                .orElseThrow(() ->
                        new IllegalArgumentException("the meeting on " + paper + " must have a date, has none yet"));
        return Agenda.of(meeting, rota(), format.report());
    }

    /**
     * Returns the calendar of all meetings that have a date.
     *
     * @return the calendar; who presents is not in it
     */
    public MeetingCalendar calendar() {
        List<MeetingCalendar.Event> events = timetable.meetings().stream()
                .map(meeting -> new MeetingCalendar.Event(
                        meeting,
                        about.title() + ": " + paper(meeting.paper()).title(),
                        paper(meeting.paper()).toString()))
                .toList();
        return new MeetingCalendar(about.title(), timetable.zone(), events);
    }

    /**
     * Returns this seminar after somebody has accepted the roles that the rota gives them: their binding registration.
     *
     * @param participant the number
     * @param date the day
     * @return a new seminar
     * @throws IllegalArgumentException if there is no rota yet, or nobody with this number in it
     */
    public Seminar register(int participant, LocalDate date) {
        Map<String, String> accepted = rota().of(participant);
        Check.that(!accepted.isEmpty(), "participant must have a role in the rota, %s has none", participant);
        return with(records.with(new Registration(participant, date, accepted)));
    }

    /**
     * Returns how somebody stands with what the rules ask.
     *
     * @param participant the number
     * @return how they stand
     * @throws IllegalArgumentException if there is nobody with this number
     */
    public Standing standing(int participant) {
        Check.that(group.knows(participant), "participant must be one of %s, was %s", group.numbers(), participant);
        return Standing.of(this, participant);
    }

    /**
     * Returns how all participants stand with what the rules ask.
     *
     * @return a table
     */
    public Standings standings() {
        return new Standings(
                group.numbers().stream().sorted().map(this::standing).toList());
    }

    /**
     * Returns what the seminar is and how large.
     *
     * @return a line
     */
    @Override
    public String toString() {
        return about.title() + ", " + about.place() + ", " + about.term() + ": " + papers.size() + " papers, "
                + group.participants().size() + " participants";
    }

    private static RotaProblem problem(List<Paper> papers, List<Role> roles, Group group, Records records) {
        return new RotaProblem(
                papers.stream().map(Paper::key).toList(),
                roles.stream().map(Role::key).toList(),
                group.participants(),
                records.attendance().stream().map(Attendance::paper).toList());
    }

    private static void different(String name, List<String> keys) {
        Check.that(!keys.isEmpty(), "%s must not be empty", name);
        Set<String> seen = new HashSet<>();
        for (int k = 0; k < keys.size(); k++) {
            Check.that(seen.add(keys.get(k)), "%s[%s].key must be another, %s was there already", name, k, keys.get(k));
        }
    }
}
