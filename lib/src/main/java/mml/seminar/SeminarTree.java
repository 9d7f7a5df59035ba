package mml.seminar;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mml.seminar.rota.Participant;
import mml.seminar.schedule.Holiday;
import mml.seminar.schedule.Meeting;
import mml.seminar.schedule.Slot;
import mml.seminar.schedule.Timetable;

/** The file of a seminar, as it is written: what is empty and need not be there is left out. */
final class SeminarTree {
    private SeminarTree() {}

    static Map<String, Object> of(Seminar seminar) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("schema", SeminarFile.SCHEMA);
        tree.put("about", seminar.about());
        tree.put("format", seminar.format());
        tree.put("papers", seminar.papers());
        tree.put("roles", seminar.roles());
        tree.put("group", group(seminar.group()));
        put(tree, "rota", seminar.seats());
        tree.put("timetable", timetable(seminar.timetable()));
        tree.put("records", records(seminar.records()));
        return tree;
    }

    private static Map<String, Object> group(Group group) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(
                "participants",
                group.participants().stream().map(SeminarTree::participant).toList());
        put(tree, "left", group.left());
        return tree;
    }

    private static Map<String, Object> participant(Participant participant) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("number", participant.number());
        put(tree, "absences", participant.absences());
        put(
                tree,
                "wishes",
                participant.wishes().stream()
                        .map(wish -> wish.isForAnyPaper() ? Map.of("role", wish.role()) : wish)
                        .toList());
        return tree;
    }

    private static Map<String, Object> timetable(Timetable timetable) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("zone", timetable.zone().getId());
        tree.put("slots", timetable.slots().stream().map(Slot::toString).toList());
        Map<Integer, Object> answers = new LinkedHashMap<>();
        timetable
                .answers()
                .forEach((number, can) ->
                        answers.put(number, can.stream().map(Slot::toString).toList()));
        put(tree, "answers", answers);
        put(
                tree,
                "holidays",
                timetable.holidays().stream().map(Holiday::toString).toList());
        put(
                tree,
                "meetings",
                timetable.meetings().stream().map(SeminarTree::meeting).toList());
        return tree;
    }

    private static Map<String, Object> meeting(Meeting meeting) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("paper", meeting.paper());
        tree.put("date", meeting.date().toString());
        tree.put("from", meeting.from().toString());
        tree.put("to", meeting.to().toString());
        return tree;
    }

    private static Map<String, Object> records(Records records) {
        Map<String, Object> tree = new LinkedHashMap<>();
        put(
                tree,
                "registrations",
                records.registrations().stream().map(SeminarTree::registration).toList());
        put(tree, "attendance", records.attendance());
        return tree;
    }

    private static Map<String, Object> registration(Registration registration) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("participant", registration.participant());
        tree.put("date", registration.date().toString());
        tree.put("accepted", registration.accepted());
        return tree;
    }

    private static void put(Map<String, Object> tree, String name, List<?> values) {
        if (!values.isEmpty()) {
            tree.put(name, values);
        }
    }

    private static void put(Map<String, Object> tree, String name, Map<?, ?> values) {
        if (!values.isEmpty()) {
            tree.put(name, values);
        }
    }
}
