package mml.math.blas;

import dev.ludovic.netlib.blas.NativeBLAS;
import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Finds out, once, which implementations of {@link Gemm} work on this machine. */
final class GemmChoice {
    static final List<Gemm> AVAILABLE = find();

    private GemmChoice() {}

    private static List<Gemm> find() {
        List<Gemm> found = new ArrayList<>();
        OpenBlas.LIBRARY.ifPresent(library -> {
            tryTo(found, GemmChoice::foreign);
            tryTo(found, () -> netlib(library));
            tryTo(found, JniGemm::new);
        });
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

    /** By name: the classes compiled for 17 cannot refer to this one. */
    private static Gemm foreign() throws ReflectiveOperationException {
        Constructor<?> constructor = Class.forName("mml.math.blas.ForeignGemm").getDeclaredConstructor();
        return (Gemm) constructor.newInstance();
    }

    private static Gemm netlib(Path library) {
        Logger.getLogger("dev.ludovic.netlib").setLevel(Level.OFF);
        System.setProperty("dev.ludovic.netlib.blas.nativeLibPath", library.toString());
        return new NetlibGemm(NativeBLAS.getInstance());
    }
}
