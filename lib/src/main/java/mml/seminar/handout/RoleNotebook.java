package mml.seminar.handout;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mml.json.Item;
import mml.json.Refused;
import mml.math.WholeFile;

/**
 * The notebook of a role at a paper, as far as handouts speak of it.
 *
 * @param state how far it is
 * @param questions for the discussion, each in Markdown; empty if it has none
 */
record RoleNotebook(State state, List<String> questions) {
    enum State {
        NOT_YET,
        DRAFT,
        READY
    }

    /** With these words a line of a draft's first cell begins. */
    private static final Pattern DRAFT = Pattern.compile("^\\*\\*Draft\\b", Pattern.MULTILINE);
    /** What a numbered list has between one number and the next, or the first line without indent after an empty one. */
    private static final Pattern NUMBERED =
            Pattern.compile("^\\d+\\. +(.*?)(?=^\\d+\\. |\\n\\s*\\n(?!\\s)|\\z)", Pattern.MULTILINE | Pattern.DOTALL);
    /** Code in backticks, in which nothing is a tag; or a tag, a comment or the like in HTML, which Markdown would hand on. */
    private static final Pattern CODE_OR_TAG =
            Pattern.compile("(?<![`\\\\])(`+)(?!`).*?(?<!`)\\1(?!`)|<(?=[a-zA-Z/!?])");

    /**
     * Looks at a notebook.
     *
     * @param file where it should be
     * @return what it is; {@link State#NOT_YET} if there is none
     * @throws IOException if it cannot be read
     * @throws Refused if it is no notebook, as after a merge with conflicts; the sentence names it
     */
    static RoleNotebook read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new RoleNotebook(State.NOT_YET, List.of());
        }
        try {
            String text = Files.readString(WholeFile.readable(file));
            return of(Item.of(text).field("cells").items());
        } catch (CharacterCodingException e) {
            throw new IOException(file + " must be a text in UTF-8", e);
        } catch (Refused e) {
            throw e.in(file.getParent().getFileName() + "/" + file.getFileName());
        }
    }

    private static RoleNotebook of(List<Item> cells) {
        boolean isDraft =
                !cells.isEmpty() && DRAFT.matcher(source(cells.get(0))).find();
        Optional<Item> questions =
                cells.stream().filter(RoleNotebook::isOfQuestions).findFirst();
        List<String> numbered = questions
                .map(cell -> NUMBERED.matcher(source(cell))
                        .results()
                        .map(RoleNotebook::question)
                        .filter(question -> !question.isBlank())
                        .toList())
                .orElse(List.of());
        return new RoleNotebook(isDraft ? State.DRAFT : State.READY, isDraft ? List.of() : numbered);
    }

    private static String question(MatchResult found) {
        return CODE_OR_TAG
                .matcher(found.group(1).strip().replaceAll("\\s*\\n\\s*", " "))
                .replaceAll(one -> one.group().equals("<") ? "&lt;" : Matcher.quoteReplacement(one.group()));
    }

    private static boolean isOfQuestions(Item cell) {
        Item metadata = cell.field("metadata");
        return metadata.field("tags", tags -> tags.items(Item::text), List.<String>of())
                .contains("questions");
    }

    /** A notebook keeps a text as one, or as a list of its lines. */
    private static String source(Item cell) {
        Item source = cell.field("source");
        return source.isList() ? source.items(Item::text).stream().collect(Collectors.joining()) : source.text();
    }
}
