package mml.math.blas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;

/** Loads OpenBLAS, once, with one thread of its own. */
final class OpenBlas {
    /** The file that was loaded; empty if there is none for this platform. */
    static final Optional<Path> LIBRARY = find();

    private OpenBlas() {}

    private static Optional<Path> find() {
        try {
            return Optional.of(load());
        } catch (IOException | RuntimeException | LinkageError e) {
            // plain Java remains, and its name says so
            return Optional.empty();
        }
    }

    private static Path load() throws IOException {
        Path bindings = Path.of(Loader.load(openblas_nolapack.class));
        // one thread: the loops above the products are parallel, and two layers of threads get into each other's way
        org.bytedeco.openblas.presets.openblas_nolapack.blas_set_num_threads(1);
        try (Stream<Path> files = Files.list(bindings.toAbsolutePath().getParent())) {
            return files.filter(file -> file.getFileName().toString().matches("(lib)?openblas.*"))
                    .sorted()
                    .findFirst()
                    .orElseThrow(() -> new IOException("no OpenBLAS beside " + bindings));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
