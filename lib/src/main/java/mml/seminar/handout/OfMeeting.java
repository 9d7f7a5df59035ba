package mml.seminar.handout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import mml.seminar.Paper;
import mml.seminar.Role;
import mml.seminar.Seminar;
import mml.seminar.schedule.Agenda;

/** The handout of a meeting. */
record OfMeeting(Words words, Paper paper) {
    Handout handout() throws IOException {
        String markdown = """
                # %s

                %s

                %s

                ## Agenda

                %s
                ## Who presents what

                %s
                ## Questions for the discussion

                %s""".formatted(
                        Markdown.text(paper.title()),
                        Words.about(paper),
                        words.when(paper.key()),
                        agenda(),
                        presenting(),
                        questions());
        return new Handout("meeting-" + paper.key(), "Meeting on " + paper.title(), markdown);
    }

    private String agenda() {
        Seminar seminar = words.seminar();
        if (seminar.timetable().meeting(paper.key()).isEmpty()) {
            return "The meeting has no date yet.\n";
        }
        Agenda agenda = seminar.agenda(paper.key());
        List<List<String>> rows = new ArrayList<>();
        for (Agenda.Report report : agenda.reports()) {
            rows.add(List.of(
                    report.from().toString(),
                    report.to().toString(),
                    Markdown.text(seminar.role(report.role()).name()),
                    words.person(report.participant())));
        }
        rows.add(List.of(agenda.discussion().toString(), agenda.meeting().to().toString(), "Discussion", "all"));
        return Markdown.table(List.of("from", "to", "what", "who"), rows);
    }

    private String presenting() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (Role role : words.seminar().roles()) {
            rows.add(List.of(
                    Markdown.text(role.name()),
                    words.people(words.seminar().rota().at(paper.key(), role.key())),
                    Markdown.text(role.handsIn()),
                    words.link(paper, role)));
        }
        return Markdown.table(List.of("role", "who", "hands in", "notebook"), rows);
    }

    private String questions() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Role role : words.seminar().roles()) {
            text.append("### ")
                    .append(Markdown.text(role.name()))
                    .append("\n\n")
                    .append(questions(words.notebook(paper, role)))
                    .append('\n');
        }
        return text.toString();
    }

    private static String questions(RoleNotebook notebook) {
        List<String> questions = notebook.questions();
        if (questions.isEmpty()) {
            return switch (notebook.state()) {
                case NOT_YET -> "Missing: there is no notebook yet.\n";
                case DRAFT -> "Missing: the notebook is a draft.\n";
                case READY -> "Missing: no cell of the notebook is tagged questions and has a numbered list.\n";
            };
        }
        StringBuilder list = new StringBuilder();
        for (int k = 0; k < questions.size(); k++) {
            list.append(k + 1).append(". ").append(questions.get(k)).append('\n');
        }
        return list.toString();
    }
}
