package mml.notebook.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a result is made on: nothing that names its owner. */
final class Machine {
    private static final Path LINUX = Path.of("/proc/cpuinfo");
    private static final String UNKNOWN = "unknown";

    private Machine() {}

    /** Returns the library's name and version, which its jar knows. */
    static String library() {
        String version = Machine.class.getPackage().getImplementationVersion();
        return "mml " + (version == null ? UNKNOWN : version);
    }

    /** Returns the commit, which the launcher tells. */
    static String commit() {
        return told("MML_COMMIT").orElse(UNKNOWN);
    }

    static String jdk() {
        return Runtime.version() + " (" + System.getProperty("java.vendor") + ")";
    }

    static String system() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }

    static String processor() {
        String name = model(LINUX).or(() -> told("PROCESSOR_IDENTIFIER")).orElse(System.getProperty("os.arch"));
        return String.format(
                Locale.ROOT, "%s (%d threads)", name, Runtime.getRuntime().availableProcessors());
    }

    /** Returns the first model that Linux lists; some architectures have none. */
    static Optional<String> model(Path listing) {
        if (!Files.isReadable(listing)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(listing)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip().replaceAll("\\s+", " "))
                    .filter(name -> !name.isEmpty())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> told(String variable) {
        return Optional.ofNullable(System.getenv(variable)).filter(text -> !text.isBlank());
    }
}
