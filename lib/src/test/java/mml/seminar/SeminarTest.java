package mml.seminar;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mml.json.Refused;
import mml.seminar.rota.Participant;
import mml.seminar.rota.Repair;
import mml.seminar.rota.Rota;
import mml.seminar.rota.RotaSolver;
import mml.seminar.rota.Wish;
import mml.seminar.schedule.Slot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Known values: the organisational slides of the seminar, winter semester 2023/24, Heidelberg University. */
class SeminarTest {
    private static final Path OWN = Path.of("..", "notebooks", "0-seminar", "seminar.json");

    @TempDir
    Path folder;

    private final Seminar seminar = Slides.seminar();

    @Test
    void theFileHoldsTheSeminarOfTheSlides() {
        assertEquals(
                "Mathematical Machine Learning, Heidelberg University, winter semester 2023/24: 5 papers, 10 participants",
                seminar.toString());
        assertEquals(
                List.of(2010, 2014, 2018, 2021, 2023),
                seminar.papers().stream().map(Paper::year).toList());
        assertEquals(
                List.of("Author", "Reviewer", "Archaeologist", "Hacker", "Private Investigator"),
                seminar.roles().stream().map(Role::name).toList());
        assertEquals(
                List.of("Mon 16:30-18:00", "Tue 16:30-18:00", "Mon 14:00-15:30", "Tue 14:00-15:30", "Thu 14:00-15:30"),
                seminar.timetable().slots().stream().map(Slot::toString).toList());
        assertEquals(new Format(90, 5), seminar.format());
        assertEquals(Rota.ofSlides(seminar.problem()).rows(), sorted(seminar.rota()));
    }

    @Test
    void theFileOfTheRepositoryIsASeminar() throws IOException {
        assertDoesNotThrow(() -> Seminar.read(OWN));
    }

    @Test
    void theFileIsAsItWouldBeWritten() throws IOException {
        assertEquals(Files.readString(Slides.FILE), SeminarFile.text(seminar));
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        Path file = folder.resolve("seminar.json");
        Seminar full = full();
        full.write(file);
        assertEquals(full, Seminar.read(file));
        assertFalse(Files.exists(folder.resolve("seminar.json.last")));
        seminar.write(file);
        assertEquals(full, Seminar.read(folder.resolve("seminar.json.last")));
        assertEquals(seminar, Seminar.read(file));
    }

    @Test
    void whatIsTheSameIsNotWrittenAgainOverTheLastThatWasAnother() throws IOException {
        Path file = folder.resolve("seminar.json");
        full().write(file);
        seminar.write(file);
        seminar.write(file);
        assertEquals(full(), Seminar.read(folder.resolve("seminar.json.last")));
    }

    @Test
    void halfACharacterIsRefused() {
        About about = new About("\ud800", "x", "x", "x", List.of(), Map.of());
        Seminar changed = new Seminar(
                about,
                seminar.format(),
                seminar.papers(),
                seminar.roles(),
                seminar.group(),
                seminar.seats(),
                seminar.timetable(),
                seminar.records());
        Path file = folder.resolve("seminar.json");
        assertThrows(IllegalArgumentException.class, () -> changed.write(file));
        assertFalse(Files.exists(file));
    }

    @Test
    void aNewRotaBringsItsParticipantsWithTheirWishes() {
        Participant eager = Participant.of(3).wishing(Wish.of("hacker"));
        Rota rota =
                RotaSolver.of(seminar.problem().without(10).replacing(eager)).solve();
        Seminar changed = seminar.with(rota);
        assertEquals(9, changed.group().participants().size());
        assertEquals(eager, changed.group().participants().get(2));
        assertEquals(rota, changed.rota());
        assertEquals(List.of(), changed.group().left());
    }

    @Test
    void whatSomebodyHasBrokenIsNotOverwritten() throws IOException {
        Path file = folder.resolve("seminar.json");
        full().write(file);
        seminar.write(file);
        Files.writeString(file, "{");
        Refused e = assertThrows(Refused.class, () -> seminar.write(file));
        assertTrue(
                e.getMessage()
                        .startsWith("seminar.json (as it was before it was last written: seminar.json.last), line "),
                e.getMessage());
        assertEquals("{", Files.readString(file));
    }

    /** One place of the file is changed; a bar stands for a line end. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "\"schema\" : 1; \"schema\" : 2; schema must be 1, was 2",
                "\"year\" : 2018; \"year\" : \"2018\"; papers[2].year must be a whole number, was \"2018\"",
                "\"year\" : 2018; \"year\" : 20180; papers[2].year must be from 1600 to 2999, was 20180",
                "\"year\" : 2018; \"jahr\" : 2018; papers[2].jahr must be one of the fields [key, authors, title, venue, year, links]: there is no such field",
                "\"year\" : 2018; \"year\" : 2018, \"year\" : 2018; papers[2].year must be JSON: Duplicate field 'year'",
                "\"number\" : 7; \"number\" : 6; group.participants[6].number must be another, 6 was there already",
                "\"number\" : 7; \"number\" : 7, \"absences\" : [ \"x\" ]; group.participants[6].absences[0] must be one of the papers [1-glorot-bengio-2010, 2-ba-caruana-2014, 3-li-et-al-2018, 4-zhang-et-al-2021, 5-grimmer-2023], was x",
                "[ 9, 8 ]; [ 9, 18 ]; rota.3-li-et-al-2018.reviewer[1] must be a participant, was 18",
                "[ 9, 8 ]; [ 9, 7 ]; rota.3-li-et-al-2018.reviewer[1] must have no other role at this paper, was 7",
                "Tue 14:00; Die 14:00; `timetable.slots[3]: slot must be written as in \"Mon 16:30-18:00\", was \"Die 14:00-15:30\"`",
                "Europe/Berlin; Europe/Bonn; `timetable.zone must be a time zone such as \"Europe/Berlin\", was \"Europe/Bonn\"`",
                "https://arxiv.org/abs/1312.6184; javascript:alert(1); `papers[1].links must lead to pages, https://..., that of arXiv was \"javascript:alert(1)\"`",
            })
    void whatIsWrongIsRefusedWithPathAndLine(String from, String to, String message) throws IOException {
        String text = Files.readString(Slides.FILE);
        assertTrue(text.contains(from), from);
        Path file = folder.resolve("changed.json");
        Files.writeString(file, text.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to)));
        Refused e = assertThrows(Refused.class, () -> Seminar.read(file));
        int line = (int) text.substring(0, text.indexOf(from)).lines().count();
        assertEquals("changed.json, line " + e.line() + ": " + message, e.getMessage());
        assertTrue(Math.abs(line - e.line()) <= 1, line + " and " + e.line());
    }

    @Test
    void aPaperThatWasHeldHasNoPartnersWhomNobodyKnows() throws IOException {
        String text = Files.readString(Slides.FILE)
                .replaceFirst("\\[ 1, 2 ]", "[ 1, 99 ]")
                .replace(
                        "\"records\" : { }",
                        "\"records\": {\"attendance\": [{\"paper\": \"1-glorot-bengio-2010\", \"present\": [1]}]}");
        Path file = folder.resolve("changed.json");
        Files.writeString(file, text);
        Refused e = assertThrows(Refused.class, () -> Seminar.read(file));
        assertTrue(
                e.getMessage().endsWith("rota.1-glorot-bengio-2010.author[1] must be a participant, was 99"),
                e.getMessage());
    }

    @Test
    void thirtyOneAreTooManyAndTheLineIsThatOfTheGroup() throws IOException {
        String more = IntStream.rangeClosed(11, 31)
                .mapToObj(number -> "}, {\"number\": " + number)
                .collect(Collectors.joining());
        Path file = folder.resolve("changed.json");
        Files.writeString(file, Files.readString(Slides.FILE).replace("\"number\" : 10", "\"number\" : 10 " + more));
        Refused e = assertThrows(Refused.class, () -> Seminar.read(file));
        assertTrue(
                e.getMessage()
                        .endsWith(
                                ": group.participants must be at most 30, two halves of 5 roles with 3 partners, were 31"),
                e.getMessage());
        assertTrue(e.line() > 50, e.getMessage());
    }

    @Test
    void aNameThatIsNoWordIsFoundByTheLineOfWhatItIsIn() throws IOException {
        Path file = folder.resolve("changed.json");
        String text = Files.readString(Slides.FILE);
        Files.writeString(file, text.replace("\"records\" : { }", """
                        "records": {"registrations": [
                          {"participant": 1, "date": "2023-11-06",
                           "accepted": {"odd key": "hacker"}}]}"""));
        Refused e = assertThrows(Refused.class, () -> Seminar.read(file));
        assertEquals(
                (int) text.substring(0, text.indexOf("\"records\"")).lines().count() + 2, e.line(), e.getMessage());
    }

    @Test
    void aRepairOfARotaThatIsNoLongerTheSeminarsIsRefused() {
        Repair old = seminar.rota().without(4);
        Seminar joined = seminar.with(seminar.rota().with(Participant.of(11)));
        var e = assertThrows(IllegalArgumentException.class, () -> joined.with(old));
        assertEquals(
                "repair must be of the rota that the seminar has now, was of another: repair it again", e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"con", "nul", "com1", "handouts", "0-seminar", "mine"})
    void aKeyHasAFolderOfItsOwn(String key) {
        var e = assertThrows(
                IllegalArgumentException.class, () -> new Paper(key, List.of("A"), "More", "arXiv", 2024, Map.of()));
        assertTrue(e.getMessage().startsWith("key must be n") && e.getMessage().endsWith(", was " + key));
    }

    @Test
    void hostileTextsStayTexts() throws IOException {
        String hostile = "</script><script>alert('x')</script>\"\\\n\t\u202eabc\u2028\u0000";
        Paper paper = seminar.papers().get(0);
        List<Paper> papers = new ArrayList<>(seminar.papers());
        papers.set(
                0, new Paper(paper.key(), List.of(hostile), hostile, hostile, 2010, Map.of(hostile, "https://x.org/")));
        Seminar changed = Slides.with(seminar, papers);
        Path file = folder.resolve("hostile.json");
        changed.write(file);
        assertEquals(changed, Seminar.read(file));
    }

    @Test
    void aDropOutLeavesAndStaysInWhatWasDone() {
        Seminar begun = seminar.with(
                seminar.records().with(new Attendance("1-glorot-bengio-2010", List.of(1, 4), List.of(4), Map.of())));
        Repair repair = begun.rota().without(4);
        Seminar after = begun.with(repair);
        assertEquals(List.of(4), after.group().left());
        assertEquals(repair.after(), after.rota());
        assertEquals(List.of(3, 4), after.rota().at("1-glorot-bengio-2010", "reviewer"));
        assertEquals(9, after.standings().all().size());
        assertEquals(List.of("1-glorot-bengio-2010"), after.standing(4).reported());
        assertEquals(
                List.of(),
                after.with(after.rota().with(Participant.of(4))).group().left());
    }

    @Test
    void aPaperMoreIsReadLastAndItsRolesAreAddedToTheRota() {
        Paper paper = new Paper("6-more", List.of("A"), "More", "arXiv", 2024, Map.of());
        Seminar more = seminar.with(paper);
        assertEquals(paper, more.papers().get(5));
        seminar.papers()
                .forEach(one -> assertEquals(
                        seminar.seats().get(one.key()), more.seats().get(one.key())));
        assertEquals(10, more.rota().presenting("6-more").size());
        assertEquals(
                List.of("Author", "Reviewer", "Archaeologist", "Hacker", "Private Investigator"),
                more.roles().stream().map(Role::name).toList());
        assertFalse(seminar.withoutRota().with(paper).hasRota());
        assertThrows(IllegalArgumentException.class, () -> more.with(paper));
    }

    @Test
    void namesAreUsedOnlyWhereTheyAreAskedFor() throws IOException {
        Path file = folder.resolve("names.json");
        Files.writeString(file, "{\"1\": \"<b>\", \"2\": \"\\u202e\"}");
        Names names = Names.read(file);
        assertEquals("<b>", names.of(1));
        assertEquals("3", names.of(3));
        assertEquals("<b>, \u202e", names.of(seminar.rota()).rows().get(0).get(1));
        assertEquals("1, 2", seminar.rota().rows().get(0).get(1));
        Files.writeString(file, "{\n\"one\": \"x\"}");
        Refused e = assertThrows(Refused.class, () -> Names.read(file));
        assertEquals("line 2: one must be the number of a participant", e.getMessage());
    }

    private Seminar full() {
        Group group = new Group(
                seminar.group().participants().stream()
                        .map(one -> one.number() == 2
                                ? one.absent("5-grimmer-2023").wishing(Wish.of("hacker"))
                                : one.number() == 3 ? one.wishing(Wish.at("author", "3-li-et-al-2018")) : one)
                        .toList(),
                List.of(77));
        return seminar.with(group)
                .with(seminar.timetable().answer(3, List.of(Slot.of("Mon 14:00-15:30"))))
                .weekly(Slot.of("Mon 14:00-15:30"), LocalDate.of(2023, 11, 7))
                .register(5, LocalDate.of(2023, 10, 20))
                .with(seminar.records()
                        .with(new Registration(
                                1, LocalDate.of(2023, 10, 20), Map.of("3-li-et-al-2018", "archaeologist")))
                        .with(new Attendance("1-glorot-bengio-2010", List.of(1, 77), List.of(1), Map.of(77, 2))));
    }

    private static List<List<String>> sorted(Rota rota) {
        return rota.rows().stream()
                .map(row -> row.stream()
                        .map(cell -> cell.contains(", ")
                                ? Stream.of(cell.split(", "))
                                        .map(Integer::valueOf)
                                        .sorted()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(", "))
                                : cell)
                        .toList())
                .toList();
    }
}
