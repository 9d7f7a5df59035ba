package mml.seminar;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import mml.json.Item;
import mml.json.Json;
import mml.json.Refused;
import mml.math.Check;
import mml.math.WholeFile;
import mml.seminar.rota.Participant;
import mml.seminar.rota.Wish;
import mml.seminar.schedule.Holiday;
import mml.seminar.schedule.Meeting;
import mml.seminar.schedule.Slot;
import mml.seminar.schedule.Timetable;

/** The file of a seminar, as it is read; {@link SeminarTree} says how it is written. */
final class SeminarFile {
    /** One more whenever what stands in such a file changes. */
    static final int SCHEMA = 1;

    private SeminarFile() {}

    static Seminar read(Path file) throws IOException {
        String text = text(file);
        try {
            return seminar(Item.of(text));
        } catch (Refused e) {
            Path last = last(file);
            String beside =
                    Files.exists(last) ? " (as it was before it was last written: " + last.getFileName() + ")" : "";
            throw e.in(file.getFileName() + beside);
        }
    }

    static void write(Seminar seminar, Path file) throws IOException {
        String text = text(seminar);
        Check.that(
                seminar(Item.of(text)).equals(seminar),
                "seminar must be as it is read again, was another: %s",
                seminar);
        if (Files.exists(file)) {
            // whoever has edited it has work in it that must not be lost
            read(file);
            String before = text(file);
            if (before.equals(text)) {
                return;
            }
            WholeFile.write(last(file), before);
        }
        WholeFile.write(file, text);
    }

    /** Reads a text in UTF-8. */
    static String text(Path file) throws IOException {
        try {
            return Files.readString(WholeFile.readable(file));
        } catch (CharacterCodingException e) {
            throw new IOException(file + " must be a text in UTF-8", e);
        }
    }

    static String text(Seminar seminar) throws JsonProcessingException {
        return Json.inOrder(SeminarTree.of(seminar));
    }

    static Seminar seminar(Item all) {
        Item schema = all.field("schema");
        return all.make(() -> {
            Check.that(schema.whole() == SCHEMA, "schema must be %s, was %s", SCHEMA, schema.whole());
            all.only("schema", "about", "format", "papers", "roles", "group", "rota", "timetable", "records");
            return new Seminar(
                    made(all.field("about"), SeminarFile::about),
                    made(all.field("format"), SeminarFile::format),
                    all.field("papers").items(SeminarFile::paper),
                    all.field("roles").items(SeminarFile::role),
                    made(all.field("group"), SeminarFile::group),
                    all.field("rota", SeminarFile::seats, Map.of()),
                    made(all.field("timetable"), SeminarFile::timetable),
                    made(all.field("records"), SeminarFile::records));
        });
    }

    private static Path last(Path file) {
        return file.resolveSibling(file.getFileName() + ".last");
    }

    private static <T> T made(Item item, Function<Item, T> read) {
        return item.make(() -> read.apply(item));
    }

    private static About about(Item item) {
        item.only("title", "place", "term", "language", "organisers", "links");
        return new About(
                item.field("title").text(),
                item.field("place").text(),
                item.field("term").text(),
                item.field("language").text(),
                item.field("organisers").items(Item::text),
                item.field("links", SeminarFile::links, Map.of()));
    }

    private static Format format(Item item) {
        item.only("meeting", "report");
        return new Format(item.field("meeting").whole(), item.field("report").whole());
    }

    private static Paper paper(Item item) {
        item.only("key", "authors", "title", "venue", "year", "links");
        return new Paper(
                item.field("key").text(),
                item.field("authors").items(Item::text),
                item.field("title").text(),
                item.field("venue").text(),
                item.field("year").whole(),
                item.field("links", SeminarFile::links, Map.of()));
    }

    private static Role role(Item item) {
        item.only("key", "name", "task", "handsIn");
        return new Role(
                item.field("key").text(),
                item.field("name").text(),
                item.field("task").text(),
                item.field("handsIn").text());
    }

    private static Group group(Item item) {
        item.only("participants", "left");
        return new Group(
                item.field("participants").items(SeminarFile::participant),
                item.field("left", left -> left.items(Item::whole), List.of()));
    }

    private static Participant participant(Item item) {
        item.only("number", "absences", "wishes");
        return new Participant(
                item.field("number").whole(),
                item.field("absences", absences -> absences.items(Item::text), List.of()),
                item.field("wishes", wishes -> wishes.items(SeminarFile::wish), List.of()));
    }

    private static Wish wish(Item item) {
        item.only("role", "paper");
        return new Wish(item.field("role").text(), item.field("paper", Item::text, ""));
    }

    private static Map<String, Map<String, List<Integer>>> seats(Item item) {
        return map(item, paper -> map(paper, role -> role.items(Item::whole)));
    }

    private static Timetable timetable(Item item) {
        item.only("zone", "slots", "answers", "holidays", "meetings");
        return new Timetable(
                item.field("zone").text(ZoneId::of, "a time zone such as \"Europe/Berlin\""),
                item.field("slots").items(SeminarFile::slot),
                item.field("answers", answers -> numbered(answers, can -> can.items(SeminarFile::slot)), Map.of()),
                item.field("holidays", days -> days.items(day -> Holiday.of(day.text())), List.of()),
                item.field("meetings", meetings -> meetings.items(SeminarFile::meeting), List.of()));
    }

    private static Slot slot(Item item) {
        return Slot.of(item.text());
    }

    private static Meeting meeting(Item item) {
        item.only("paper", "date", "from", "to");
        return new Meeting(
                item.field("paper").text(),
                date(item.field("date")),
                item.field("from").text(LocalTime::parse, "a time such as \"16:30\""),
                item.field("to").text(LocalTime::parse, "a time such as \"18:00\""));
    }

    private static Records records(Item item) {
        item.only("registrations", "attendance");
        return new Records(
                item.field("registrations", all -> all.items(SeminarFile::registration), List.of()),
                item.field("attendance", all -> all.items(SeminarFile::attendance), List.of()));
    }

    private static Registration registration(Item item) {
        item.only("participant", "date", "accepted");
        return new Registration(
                item.field("participant").whole(), date(item.field("date")), map(item.field("accepted"), Item::text));
    }

    private static Attendance attendance(Item item) {
        item.only("paper", "present", "reported", "contributions");
        return new Attendance(
                item.field("paper").text(),
                item.field("present").items(Item::whole),
                item.field("reported", all -> all.items(Item::whole), List.of()),
                item.field("contributions", all -> numbered(all, Item::whole), Map.of()));
    }

    private static Map<String, String> links(Item item) {
        return map(item, Item::text);
    }

    private static LocalDate date(Item item) {
        return item.text(LocalDate::parse, "a day such as \"2023-11-06\"");
    }

    private static <T> Map<String, T> map(Item item, Function<Item, T> read) {
        Map<String, T> map = new LinkedHashMap<>();
        item.fields().forEach((name, value) -> map.put(name, made(value, read)));
        return map;
    }

    private static <T> Map<Integer, T> numbered(Item item, Function<Item, T> read) {
        Map<Integer, T> map = new LinkedHashMap<>();
        item.make(() -> {
            item.fields().forEach((number, value) -> map.put(Numbers.of(number), made(value, read)));
            return map;
        });
        return map;
    }
}
