import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mml.seminar.Paper;
import mml.seminar.Seminar;
import mml.seminar.rota.Change;
import mml.seminar.rota.NoRota;
import mml.seminar.rota.Repair;

/**
 * Adds a paper to the file of the seminar, and to its rota. Arguments: the file, key, title, venue, year, then the authors. Says in
 * one sentence what it has done, or on standard error why it has not.
 */
class NewPaper {
    public static void main(String[] arguments) {
        Path file = Path.of(arguments[0]);
        List<String> authors = List.of(arguments).subList(5, arguments.length);
        try {
            Seminar seminar = Seminar.read(file);
            Paper paper = new Paper(
                    arguments[1], authors, arguments[2], arguments[3], Integer.parseInt(arguments[4]), Map.of());
            Seminar more = seminar.with(paper);
            more.write(file);
            System.out.println(
                    more.hasRota()
                            ? "its entry and its roles in the rota, where " + others(seminar, more)
                            : "its entry; there is no rota yet");
        } catch (AccessDeniedException denied) {
            refuse(Path.of(denied.getFile()).getParent() + " may not be written by you");
        } catch (IllegalArgumentException | IOException | NoRota problem) {
            refuse(problem.getMessage());
        }
    }

    /** A rota that did not fit before, or whose halves have become other halves, is changed elsewhere too. */
    private static String others(Seminar before, Seminar after) {
        List<Change> changes =
                new Repair(before.rota(), after.rota(), Repair.Smallness.SMALLEST_FOUND).changes();
        return changes.isEmpty()
                ? "nothing else has changed"
                : changes.size() + " roles at other papers have changed too, so that it fits: of the participants "
                        + changes.stream()
                                .map(change -> String.valueOf(change.participant()))
                                .distinct()
                                .collect(Collectors.joining(", "))
                        + " (seminar.json.last has the old ones)";
    }

    private static void refuse(String sentence) {
        new PrintStream(System.err, true, StandardCharsets.UTF_8).println(sentence);
        System.exit(1);
    }
}
