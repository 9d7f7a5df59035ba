package mml.math.blas;

import dev.ludovic.netlib.blas.NativeBLAS;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;

/** Finds out, once, which implementations of {@link Gemm} work on this machine. */
final class GemmChoice {
    static final List<Gemm> AVAILABLE = find();

    private GemmChoice() {}

    private static List<Gemm> find() {
        List<Gemm> found = new ArrayList<>();
        Path library = null;
        try {
            library = load();
        } catch (IOException | RuntimeException | LinkageError e) {
            // no OpenBLAS for this platform: plain Java remains, and its name says so
        }
        if (library != null) {
            Path path = library;
            tryTo(found, () -> foreign(path));
            tryTo(found, () -> netlib(path));
            tryTo(found, JniGemm::new);
        }
        found.add(new PlainGemm());
        return List.copyOf(found);
    }

    private static void tryTo(List<Gemm> found, Callable<Gemm> way) {
        try {
            Gemm gemm = way.call();
            float[] product = {0};
            gemm.multiply(
                    Gemm.Form.AS_IS,
                    Gemm.Form.AS_IS,
                    1,
                    1,
                    1,
                    1,
                    new float[] {2},
                    0,
                    1,
                    new float[] {3},
                    0,
                    1,
                    0,
                    product,
                    0,
                    1);
            if (product[0] == 6) {
                found.add(gemm);
            }
        } catch (Exception | LinkageError e) {
            // this way does not exist here; the next one is tried
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

    private static Gemm foreign(Path library) throws ReflectiveOperationException {
        Method of = Class.forName("mml.math.blas.ForeignGemm").getDeclaredMethod("of", Path.class);
        of.setAccessible(true);
        return (Gemm) of.invoke(null, library);
    }

    private static Gemm netlib(Path library) {
        Logger.getLogger("dev.ludovic.netlib").setLevel(Level.OFF);
        System.setProperty("dev.ludovic.netlib.blas.nativeLibPath", library.toString());
        return new NetlibGemm(NativeBLAS.getInstance());
    }
}
