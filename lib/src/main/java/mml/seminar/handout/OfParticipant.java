package mml.seminar.handout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mml.seminar.Paper;
import mml.seminar.Role;
import mml.seminar.Seminar;
import mml.seminar.Standing;

/** The handout of a participant. */
record OfParticipant(Words words, int number) {
    Handout handout() throws IOException {
        Seminar seminar = words.seminar();
        String name = words.names().of(number);
        String who = name.equals(String.valueOf(number)) ? "Participant " + number : name;
        Standing standing = seminar.standing(number);
        String markdown = """
                # %s

                %s

                %s
                Everybody comes to every meeting of %s minutes and takes part in its discussion. A report takes %s minutes.

                %s## What is missing

                %s
                """.formatted(
                        Markdown.text(who),
                        Markdown.text(seminar.about().title() + ", "
                                + seminar.about().place() + ", "
                                + seminar.about().term()),
                        table(),
                        seminar.format().meeting(),
                        seminar.format().report(),
                        tasks(),
                        missing(standing));
        return new Handout("participant-" + number, who + ": roles in the seminar", markdown);
    }

    private String table() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (Paper paper : words.seminar().papers()) {
            Optional<Role> role = role(paper);
            rows.add(List.of(
                    words.when(paper.key()),
                    Markdown.text(paper.title()),
                    role.map(one -> Markdown.text(one.name())).orElse("no report"),
                    words.people(words.seminar().rota().partners(number, paper.key())),
                    role.isPresent() ? words.link(paper, role.get()) : ""));
        }
        return Markdown.table(List.of("when", "paper", "role", "with", "notebook"), rows);
    }

    private String tasks() {
        StringBuilder tasks = new StringBuilder();
        for (Paper paper : words.seminar().papers()) {
            role(paper)
                    .ifPresent(role -> tasks.append("""
                                    ## %s: %s

                                    %s

                                    %s

                                    To hand in: %s.

                                    """.formatted(
                                    Markdown.text(role.name()),
                                    Markdown.text(paper.title()),
                                    Words.about(paper),
                                    Markdown.text(role.task()),
                                    Markdown.text(role.handsIn()))));
        }
        return tasks.toString();
    }

    private Optional<Role> role(Paper paper) {
        return words.seminar().rota().role(number, paper.key()).map(words.seminar()::role);
    }

    private static String missing(Standing standing) {
        return standing.missing().isEmpty()
                ? "Nothing, so far."
                : "- "
                        + String.join(
                                "\n- ",
                                standing.missing().stream().map(Markdown::text).toList());
    }
}
