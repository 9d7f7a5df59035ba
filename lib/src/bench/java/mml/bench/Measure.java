package mml.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import mml.bench.exchange.Case;
import mml.bench.exchange.Outcome;
import mml.bench.work.Work;
import mml.math.Workers;
import mml.math.blas.Gemm;

/** Does the work of one case with this library, and prints one line of JSON. */
public final class Measure {
    private static final Path STATUS = Path.of("/proc/self/status");

    private Measure() {}

    /**
     * Measures.
     *
     * @param arguments the folder of the case, which {@link Prepare} has filled; before it on how many threads, if not on as
     *     many as the case says
     * @throws IOException if a file cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[arguments.length - 1]);
        Case about = Case.read(folder);
        int threads = arguments.length > 1 ? Integer.parseInt(arguments[0]) : about.threads();
        Outcome outcome = Workers.with(threads, () -> measure(about, folder));
        tell(
                outcome,
                "JDK " + Runtime.version().feature() + ", "
                        + Gemm.best().onThreads().name());
    }

    /**
     * Prints what one side came to, as the harness reads it.
     *
     * @param outcome of its run
     * @param with what did the work, in words
     * @throws IOException if the system's own figures cannot be read
     */
    public static void tell(Outcome outcome, String with) throws IOException {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("seconds", outcome.seconds());
        line.put("done", outcome.done());
        line.put("observed", outcome.observed());
        peakMemory().ifPresent(bytes -> line.put("memory", bytes));
        line.put("with", with);
        System.out.println(new ObjectMapper().writeValueAsString(line));
    }

    private static Outcome measure(Case about, Path folder) {
        try {
            return Work.of(about.work()).measure(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the most memory that this process has held, in bytes, where the system tells. */
    private static OptionalLong peakMemory() throws IOException {
        if (!Files.isReadable(STATUS)) {
            return OptionalLong.empty();
        }
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        }
    }
}
