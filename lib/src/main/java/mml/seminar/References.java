package mml.seminar;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mml.math.Check;
import mml.seminar.rota.Participant;
import mml.seminar.rota.RotaProblem;
import mml.seminar.rota.Wish;
import mml.seminar.schedule.Timetable;

/** Whether what is referred to is there; each sentence begins with the path of what refers to it. */
record References(List<String> papers, List<String> roles, Group group) {
    void check(List<Participant> participants) {
        for (int i = 0; i < participants.size(); i++) {
            String who = "group.participants[" + i + "]";
            List<String> absences = participants.get(i).absences();
            for (int k = 0; k < absences.size(); k++) {
                paper(who + ".absences[" + k + "]", absences.get(k));
            }
            List<Wish> wishes = participants.get(i).wishes();
            for (int k = 0; k < wishes.size(); k++) {
                Wish wish = wishes.get(k);
                role(who + ".wishes[" + k + "].role", wish.role());
                if (!wish.isForAnyPaper()) {
                    paper(who + ".wishes[" + k + "].paper", wish.paper());
                }
            }
        }
    }

    void check(Timetable timetable) {
        timetable.answers().keySet().forEach(number -> participant("timetable.answers." + number, number));
        for (int k = 0; k < timetable.meetings().size(); k++) {
            paper(
                    "timetable.meetings[" + k + "].paper",
                    timetable.meetings().get(k).paper());
        }
    }

    void check(Records records) {
        for (int k = 0; k < records.registrations().size(); k++) {
            Registration one = records.registrations().get(k);
            String where = "records.registrations[" + k + "]";
            participant(where + ".participant", one.participant());
            one.accepted().forEach((paper, role) -> {
                paper(where + ".accepted." + paper, paper);
                role(where + ".accepted." + paper, role);
            });
        }
        Set<String> seen = new HashSet<>();
        for (int k = 0; k < records.attendance().size(); k++) {
            Attendance one = records.attendance().get(k);
            String where = "records.attendance[" + k + "]";
            paper(where + ".paper", one.paper());
            Check.that(seen.add(one.paper()), "%s.paper must be another, %s was there already", where, one.paper());
            for (int i = 0; i < one.present().size(); i++) {
                participant(where + ".present[" + i + "]", one.present().get(i));
            }
        }
    }

    /** At a paper that was held somebody may have had a role who has left since, but nobody else. */
    void checkSeats(Map<String, Map<String, List<Integer>>> seats) {
        int most = 2 * RotaProblem.MOST_PARTNERS * roles.size();
        int people = group.participants().size();
        Check.that(
                people <= most,
                "group.participants must be at most %s, two halves of %s roles with %s partners, were %s",
                most,
                roles.size(),
                RotaProblem.MOST_PARTNERS,
                people);
        seats.forEach((paper, partners) -> partners.forEach((role, numbers) -> {
            for (int k = 0; k < numbers.size(); k++) {
                int number = numbers.get(k);
                Check.that(group.knows(number), "rota.%s.%s[%s] must be a participant, was %s", paper, role, k, number);
            }
        }));
    }

    /** Nobody reports at a paper but those who have a role there. */
    void checkReports(Records records, Map<String, Map<String, List<Integer>>> seats) {
        for (int k = 0; k < records.attendance().size(); k++) {
            Attendance one = records.attendance().get(k);
            Map<String, List<Integer>> roles = seats.getOrDefault(one.paper(), Map.of());
            for (int i = 0; i < one.reported().size(); i++) {
                int number = one.reported().get(i);
                Check.that(
                        roles.values().stream().anyMatch(partners -> partners.contains(number)),
                        "records.attendance[%s].reported[%s] must have a role at this paper, %s has none",
                        k,
                        i,
                        number);
            }
        }
    }

    private void paper(String where, String key) {
        Check.that(papers.contains(key), "%s must be one of the papers %s, was %s", where, papers, key);
    }

    private void role(String where, String key) {
        Check.that(roles.contains(key), "%s must be one of the roles %s, was %s", where, roles, key);
    }

    private void participant(String where, int number) {
        Check.that(group.knows(number), "%s must be a participant of %s, was %s", where, group.numbers(), number);
    }
}
