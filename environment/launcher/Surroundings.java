import com.sun.management.OperatingSystemMXBean;
import java.awt.GraphicsEnvironment;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/** Prints what only Java knows of this machine, one line a thing: its name, a tab, the answer or why there is none. */
class Surroundings {
    /** Java's own names for whatever font there is. */
    private static final List<String> LOGICAL = List.of("Dialog", "DialogInput", "Monospaced", "SansSerif", "Serif");

    public static void main(String[] arguments) {
        tell("products", Surroundings::products);
        tell("convolutions", Surroundings::convolutions);
        tell("fonts", Surroundings::fonts);
        tell("memory", Surroundings::memory);
        System.exit(0); // AWT may have started a thread
    }

    private static void tell(String name, Callable<Object> answer) {
        try {
            System.out.println(name + "\t" + answer.call());
        } catch (Exception | LinkageError | InternalError problem) {
            System.out.println(name + "\t! " + problem.toString().lines().findFirst().orElse(""));
        }
    }

    /** By name, as this is run without the library too. */
    private static Object products() throws ReflectiveOperationException {
        Class<?> gemm = Class.forName("mml.math.blas.Gemm");
        Object best = gemm.getMethod("best").invoke(null);
        return gemm.getMethod("name").invoke(gemm.getMethod("onThreads").invoke(best));
    }

    private static Object convolutions() throws ReflectiveOperationException {
        return Class.forName("mml.nn.layer.image.Convolution").getMethod("arithmetic").invoke(null);
    }

    private static Object fonts() {
        String[] families = GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames();
        return Arrays.stream(families).filter(family -> !LOGICAL.contains(family)).count();
    }

    private static Object memory() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
    }
}
