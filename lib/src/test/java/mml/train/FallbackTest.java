package mml.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import mml.data.FashionMnist;
import mml.math.blas.Gemm;
import mml.nn.Initialisation;
import mml.nn.Network;
import mml.nn.layer.Dense;
import mml.nn.layer.Flatten;
import mml.nn.layer.Relu;
import mml.nn.layer.image.Convolution;
import mml.nn.layer.image.MeanPooling;
import mml.train.optimiser.Schedule;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A JVM that lacks something computes the same, says in a sentence with what, and tells its user nothing else. */
class FallbackTest {
    /** What is not there. */
    enum Lack {
        VECTORS,
        OPENBLAS,
        BINDINGS,
        EVERYTHING;

        boolean hasVectors() {
            return this != VECTORS
                    && this != EVERYTHING
                    && ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        }

        /** Whether an entry of the class path is there: OpenBLAS itself, or with it all that binds it to Java. */
        boolean has(String entry) {
            String name = Path.of(entry).getFileName().toString();
            boolean isNative = name.matches("openblas-.+-(linux|macosx|windows)-.+");
            boolean isBinding = entry.contains("bytedeco") || entry.contains("netlib");
            return switch (this) {
                case VECTORS -> true;
                case OPENBLAS -> !isNative;
                case BINDINGS, EVERYTHING -> !isBinding;
            };
        }

        String blas() {
            return this == VECTORS ? Gemm.best().name() : "plain Java";
        }
    }

    /** The program of the other JVM: prints with what it computes, then the loss of a training that has both. */
    static final class Fresh {
        private Fresh() {}

        /** Runs it. */
        public static void main(String[] none) {
            System.out.println(Gemm.best().name());
            System.out.println(Convolution.arithmetic());
            System.out.println(loss());
        }
    }

    private static double loss() {
        Network network = Network.of(
                List.of(28, 28, 1),
                Convolution.of("conv", 12),
                new Relu(),
                MeanPooling.of(2),
                new Flatten(),
                Dense.of("hidden", 80),
                new Relu(),
                Dense.of("head", 10));
        return Training.of(network, FashionMnist.train().first(300))
                .schedule(Schedule.constant(0.05))
                .batch(100)
                .epochs(2)
                .run(network.initial(Initialisation.he(), 1))
                .trace()
                .epochs()
                .get(1)
                .loss();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsLackingIsReplacedWithoutAWord(Lack lack, @TempDir Path folder) throws Exception {
        File errors = folder.resolve("errors").toFile();
        Process fresh = new ProcessBuilder(command(lack)).redirectError(errors).start();
        String[] printed = new String(fresh.getInputStream().readAllBytes()).split("\\R");
        assertTrue(fresh.waitFor(60, TimeUnit.SECONDS));
        List<String> said = Files.readAllLines(errors.toPath()).stream()
                .filter(line -> !line.equals("WARNING: Using incubator modules: jdk.incubator.vector")) // the JVM's own
                .toList();
        assertEquals(List.of(), said);
        assertEquals(lack.blas(), printed[0]);
        assertEquals(
                lack.hasVectors()
                        ? Convolution.arithmetic()
                        : "as products of matrices: Java was started without --add-modules jdk.incubator.vector",
                printed[1]);
        double expected = loss();
        assertEquals(expected, Double.parseDouble(printed[2]), 1e-4 * expected); // sums in another order, six steps on
    }

    private static List<String> command(Lack lack) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        if (lack.hasVectors()) {
            command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
        }
        if (Runtime.version().feature() >= 22) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        String there = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(lack::has)
                .collect(Collectors.joining(File.pathSeparator));
        command.addAll(List.of("-cp", there, Fresh.class.getName()));
        return command;
    }
}
