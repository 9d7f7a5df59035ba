import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mml.seminar.Paper;
import mml.seminar.Seminar;
import mml.seminar.rota.NoRota;

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
                            ? "its entry and its roles in the rota, where nothing else has changed"
                            : "its entry; there is no rota yet");
        } catch (IllegalArgumentException | IOException | NoRota problem) {
            new PrintStream(System.err, true, StandardCharsets.UTF_8).println(problem.getMessage());
            System.exit(1);
        }
    }
}
