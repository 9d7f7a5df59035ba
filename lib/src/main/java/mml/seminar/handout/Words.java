package mml.seminar.handout;

import java.io.IOException;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import mml.seminar.Names;
import mml.seminar.Paper;
import mml.seminar.Role;
import mml.seminar.Seminar;
import mml.seminar.schedule.Meeting;

/** What several handouts say in the same words: people, papers, times and notebooks, in Markdown. */
record Words(Seminar seminar, Path notebooks, Names names) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMMM yyyy", Locale.UK);

    String people(List<Integer> numbers) {
        return numbers.stream().map(this::person).collect(Collectors.joining(", "));
    }

    String person(int number) {
        return Markdown.text(names.of(number));
    }

    String when(String paper) {
        return seminar.timetable().meeting(paper).map(Words::when).orElse("no date yet");
    }

    private static String when(Meeting meeting) {
        return DAY.format(meeting.date()) + ", " + meeting.from() + " to " + meeting.to();
    }

    static String about(Paper paper) {
        String links = paper.links().entrySet().stream()
                .map(link -> " " + Markdown.link(link.getKey(), link.getValue()))
                .collect(Collectors.joining());
        return Markdown.text(String.join(", ", paper.authors()) + ". " + paper.venue() + ", " + paper.year() + ".")
                + links;
    }

    /** The word that a reader clicks on, or that there is nothing yet; right from a folder beside those of the papers. */
    String link(Paper paper, Role role) throws IOException {
        String address = "../" + paper.key() + "/" + role.key() + ".ipynb";
        return switch (notebook(paper, role).state()) {
            case NOT_YET -> "not yet";
            case DRAFT -> Markdown.link("draft", address);
            case READY -> Markdown.link("open", address);
        };
    }

    RoleNotebook notebook(Paper paper, Role role) throws IOException {
        return RoleNotebook.read(notebooks.resolve(paper.key()).resolve(role.key() + ".ipynb"));
    }
}
