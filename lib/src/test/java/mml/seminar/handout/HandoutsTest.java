package mml.seminar.handout;

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
import java.util.regex.Pattern;
import mml.json.Refused;
import mml.seminar.Attendance;
import mml.seminar.Names;
import mml.seminar.Paper;
import mml.seminar.Seminar;
import mml.seminar.Slides;
import mml.seminar.schedule.Slot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Known values: the roles of participant 3 and the roles at paper 3 on the seminar's slides. */
class HandoutsTest {
    private static final String LI = "3-li-et-al-2018";
    private static final List<String> HOSTILE = List.of(
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "[x](javascript:alert(1))",
            "![x](https://example.org/a.png)",
            "a | b \\| c",
            "\n\n# not a heading\n\n<b>",
            "`<b>` **bold** _em_ <https://example.org> &lt; $x$",
            "\u2028<i>\u202e",
            "\"><svg onload=alert(1)>");

    @TempDir
    Path notebooks;

    private Seminar seminar;

    @BeforeEach
    void read() {
        seminar = Slides.seminar().weekly(Slot.of("Mon 16:30-18:00"), LocalDate.of(2023, 11, 6));
    }

    @Test
    void aParticipantHasTheFiveRolesOfTheSlidesWithDatesPartnersAndTasks() throws IOException {
        Handout handout = Handouts.of(seminar, notebooks).participant(3);
        assertEquals("Participant 3: roles in the seminar", handout.toString());
        List<String> rows = rows(handout, 0);
        assertEquals(
                "| Mon 6 November 2023, 16:30 to 18:00 | Understanding the difficulty of training deep feedforward neural networks"
                        + " | Reviewer | 4 | not yet |",
                rows.get(0));
        assertEquals(5, rows.size());
        String[] roles = {"Reviewer", "Archaeologist", "Hacker", "Private Investigator", "Author"};
        int[] partners = {4, 8, 2, 6, 10};
        for (int k = 0; k < 5; k++) {
            assertTrue(rows.get(k).contains("| " + roles[k] + " | " + partners[k] + " |"), rows.get(k));
            assertTrue(handout.markdown().contains(seminar.roles().get(k).handsIn()));
        }
        assertTrue(handout.markdown().contains("[arXiv](<https://arxiv.org/abs/1712.09913>)"));
        assertTrue(handout.markdown().endsWith("## What is missing\n\n- has not registered\n"));
    }

    @Test
    void whoHasDoneAllIsToldSo() throws IOException {
        Seminar registered = seminar.register(3, LocalDate.of(2023, 10, 20));
        assertTrue(Handouts.of(registered, notebooks).participant(3).markdown().endsWith("Nothing, so far.\n"));
        Seminar missed = registered.with(
                registered.records().with(new Attendance("1-glorot-bengio-2010", List.of(1), List.of(), Map.of())));
        assertTrue(Handouts.of(missed, notebooks)
                .participant(3)
                .markdown()
                .contains("- owes the report on 1-glorot-bengio-2010\n"));
    }

    @Test
    void aMeetingHasItsAgendaToTheMinuteAndWhoPresentsWhat() throws IOException {
        Handout handout = Handouts.of(seminar, notebooks).meeting(LI);
        assertEquals("meeting-3-li-et-al-2018", handout.name());
        assertTrue(handout.markdown().contains("\nMon 20 November 2023, 16:30 to 18:00\n"));
        List<String> agenda = rows(handout, 0);
        assertEquals(11, agenda.size());
        assertEquals("| 16:30 | 16:35 | Author | 7 |", agenda.get(0));
        assertEquals("| 17:10 | 17:15 | Private Investigator | 5 |", agenda.get(8));
        assertEquals("| 17:20 | 18:00 | Discussion | all |", agenda.get(10));
        assertEquals(
                "| Hacker | 3, 2 | The core code, shared with the class, and a run of the demo | not yet |",
                rows(handout, 1).get(3));
    }

    @Test
    void questionsComeFromTheNotebooksAndWhatIsMissingIsSaidSo() throws IOException {
        notebook("author", "# Title", "## Questions\n\n1. Why $a<b$?\n2. Over\n   two lines?\n\nAfter the list.");
        notebook("hacker", "# Title\n\n**Draft**, to be written", "1. Not yet a question");
        notebook("reviewer", "# Title", "no list");
        Handout handout = Handouts.of(seminar, notebooks).meeting(LI);
        assertTrue(handout.markdown().contains("### Author\n\n1. Why $a&lt;b$?\n2. Over two lines?\n\n###"));
        assertTrue(handout.markdown().contains("### Hacker\n\nMissing: the notebook is a draft.\n"));
        assertTrue(
                handout.markdown()
                        .contains(
                                "### Reviewer\n\nMissing: no cell of the notebook is tagged questions and has a numbered list.\n"));
        assertTrue(handout.markdown().contains("### Archaeologist\n\nMissing: there is no notebook yet.\n"));
        List<String> links = rows(handout, 1);
        assertTrue(links.get(0).endsWith("| [open](<../3-li-et-al-2018/author.ipynb>) |"), links.get(0));
        assertTrue(links.get(3).endsWith("| [draft](<../3-li-et-al-2018/hacker.ipynb>) |"), links.get(3));
        assertTrue(links.get(4).endsWith("| not yet |"), links.get(4));
        assertTrue(handout.html().contains("<li>Why $a&lt;b$?</li>"), handout.html());
    }

    @Test
    void theQuestionsOfTheRepositoryAreFound() throws IOException {
        Handout handout = Handouts.of(seminar, Path.of("..", "notebooks")).meeting(LI);
        String author =
                handout.markdown().replaceFirst("(?s).*### Author\n\n", "").replaceFirst("(?s)\n### .*", "");
        assertEquals(3, author.lines().count(), author);
        assertTrue(author.lines().allMatch(line -> line.matches("\\d\\. [A-Z].*")), author);
    }

    @Test
    void tagsInQuestionsStayTexts() throws IOException {
        notebook("author", "# Title", "1. <script>alert(1)</script>\n2. <!-- x -->");
        Handout handout = Handouts.of(seminar, notebooks).meeting(LI);
        assertFalse(handout.markdown().contains("<script"));
        assertFalse(handout.markdown().contains("<!--"));
        assertTrue(handout.html().contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    }

    @Test
    void codeInQuestionsStaysCodeAndImagesAreNotFetched() throws IOException {
        notebook("author", "# Title", "1. Why `List<String>`, not <b>?\n2. \n3. ![this](https://example.org/a.png)");
        Handout handout = Handouts.of(seminar, notebooks).meeting(LI);
        assertTrue(handout.markdown().contains("1. Why `List<String>`, not &lt;b>?\n2. !["), handout.markdown());
        assertTrue(handout.html().contains("<code>List&lt;String&gt;</code>, not &lt;b&gt;?"), handout.html());
        assertTrue(handout.html().contains("<li>this</li>"), handout.html());
        assertFalse(handout.page().contains("example.org"));
    }

    @Test
    void aNotebookInOtherLettersIsNamed() throws IOException {
        Path file = notebooks.resolve(LI).resolve("author.ipynb");
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[] {'{', (byte) 0xff});
        var e = assertThrows(
                IOException.class, () -> Handouts.of(seminar, notebooks).meeting(LI));
        assertEquals(file + " must be a text in UTF-8", e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"- a", "+ a", "1. a", "12) a", "    a", "---", "===", "a\n---"})
    void aTextThatBeginsLikeAListOrARuleIsNone(String text) throws IOException {
        List<Paper> papers = new ArrayList<>(seminar.papers());
        papers.set(2, new Paper(LI, List.of(text), text, text, 2018, Map.of()));
        Handouts handouts = Handouts.of(Slides.with(seminar, papers), notebooks).named(new Names(Map.of(3, text)));
        String visible = text.strip().replace('\n', ' ');
        for (Handout handout : List.of(handouts.participant(3), handouts.meeting(LI))) {
            String html = handout.html().replaceAll(" +", " ");
            assertTrue(html.contains("<p>" + visible + ". " + visible + ", 2018.</p>"), html);
            assertTrue(handout.html().startsWith("<h1>" + visible + "</h1>"), handout.html());
            String before = handout.title().startsWith("Meeting") ? "Meeting on " : "";
            assertTrue(handout.page().replaceAll(" +", " ").contains("<title>" + before + visible), handout.page());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"cells\": 3}", "<<<<<<< HEAD", "{\"cells\": [{\"source\": 1, \"metadata\": {}}]}", ""})
    void whatIsNoNotebookIsNamed(String content) throws IOException {
        Path file = notebooks.resolve(LI).resolve("author.ipynb");
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Refused e = assertThrows(
                Refused.class, () -> Handouts.of(seminar, notebooks).meeting(LI));
        assertTrue(e.getMessage().startsWith("3-li-et-al-2018/author.ipynb, line 1: "), e.getMessage());
    }

    @Test
    void hostileNamesAndTitlesStayTexts() throws IOException {
        for (String hostile : HOSTILE) {
            Handouts handouts = Handouts.of(seminar, notebooks).named(new Names(Map.of(3, hostile, 7, hostile)));
            Handout own = handouts.participant(3);
            harmless(own, hostile);
            harmless(handouts.meeting(LI), hostile);
            assertEquals(5, rows(own, 0).size(), hostile);
            List<Paper> papers = new ArrayList<>(seminar.papers());
            papers.set(
                    2, new Paper(LI, List.of(hostile), hostile, hostile, 2018, Map.of(hostile, "https://x.org/a_b")));
            Handouts titled = Handouts.of(Slides.with(seminar, papers), notebooks);
            harmless(titled.meeting(LI), hostile);
            harmless(titled.participant(3), hostile);
        }
    }

    @Test
    void aPageIsWholeAndFetchesNothing() throws IOException {
        List<Path> files = Handouts.of(seminar, notebooks).meeting(LI).write(notebooks.resolve("handouts"));
        assertEquals(
                List.of("meeting-3-li-et-al-2018.md", "meeting-3-li-et-al-2018.html"),
                files.stream().map(file -> file.getFileName().toString()).toList());
        String page = Files.readString(files.get(1));
        assertTrue(page.startsWith("<!DOCTYPE html>") && page.endsWith("</html>\n"));
        assertTrue(page.contains("<td style=\"text-align:left\">16:30</td>"));
        assertFalse(
                Pattern.compile("<(?:script|link|img|iframe)|src=|@import|url\\(")
                        .matcher(page)
                        .find(),
                page);
    }

    @Test
    void allAreWrittenBesideTheFoldersOfThePapers() throws IOException {
        List<Path> files = Handouts.of(seminar, notebooks).write();
        assertEquals(30, files.size());
        assertTrue(files.stream().allMatch(file -> file.getParent().equals(notebooks.resolve("handouts"))));
        assertTrue(files.stream().allMatch(Files::exists));
    }

    @Test
    void withoutDatesOrRotaThatIsSaid() throws IOException {
        Seminar undated = seminar.with(seminar.timetable().meetings(List.of()));
        assertTrue(Handouts.of(undated, notebooks).meeting(LI).markdown().contains("The meeting has no date yet."));
        assertTrue(Handouts.of(undated, notebooks).participant(3).markdown().contains("| no date yet |"));
        var e = assertThrows(IllegalArgumentException.class, () -> Handouts.of(seminar.withoutRota(), notebooks));
        assertEquals(
                "seminar must have a rota, has none yet: take with(RotaSolver.of(problem()).solve())", e.getMessage());
    }

    @Test
    void aNameThatIsNoFileNameIsRefused() {
        var e = assertThrows(IllegalArgumentException.class, () -> new Handout("../x", "t", "m"));
        assertEquals("name must be of small letters, digits and hyphens, was \"../x\"", e.getMessage());
    }

    /** In HTML the text stands as it is; there is no tag that the text could have brought, no link but to pages. */
    private static void harmless(Handout handout, String hostile) {
        String html = handout.page();
        assertFalse(
                Pattern.compile("<(?:script|img|svg|b|i|em|strong|code)\\b")
                        .matcher(html)
                        .find(),
                html);
        assertFalse(
                Pattern.compile("href=\"(?!https?://|\\.\\./)").matcher(html).find(), html);
        assertFalse(html.contains("example.org\">"), html);
        String visible = hostile.replaceAll("[\\n\\u2028]", " ")
                .strip()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
        assertTrue(html.contains(visible), () -> visible + "\n" + html);
        assertFalse(Pattern.compile("(?<!\\\\)<(?!https?://|\\.\\./)")
                .matcher(handout.markdown())
                .find());
    }

    /** The rows of one of the handout's tables, without its head. */
    private static List<String> rows(Handout handout, int table) {
        List<String> found = new ArrayList<>();
        int tables = -1;
        for (String line : handout.markdown().lines().toList()) {
            tables += line.startsWith("| ---") ? 1 : 0;
            if (line.startsWith("| ") && !line.startsWith("| ---") && tables == table) {
                found.add(line);
            }
        }
        // the head of the next table stands before its rule
        boolean isLast = tables == table;
        return isLast ? found : found.subList(0, found.size() - 1);
    }

    private void notebook(String role, String first, String questions) throws IOException {
        Path file = notebooks.resolve(LI).resolve(role + ".ipynb");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                {"cells": [{"cell_type": "markdown", "metadata": {}, "source": "%s"},
                {"cell_type": "code", "metadata": {}, "source": []},
                {"cell_type": "markdown", "metadata": {"tags": ["questions"]}, "source": ["%s"]}]}
                """.formatted(first.replace("\n", "\\n"), questions.replace("\n", "\\n")));
    }
}
