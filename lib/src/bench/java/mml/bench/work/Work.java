package mml.bench.work;

import java.io.IOException;
import java.nio.file.Path;
import mml.bench.exchange.Outcome;
import mml.math.Check;

/** One kind of work that can be measured. */
@FunctionalInterface
public interface Work {
    /**
     * Does it.
     *
     * @param folder with the files of the case
     * @return what it came to
     * @throws IOException if a file is missing or damaged
     */
    Outcome measure(Path folder) throws IOException;

    /**
     * Returns the work of a name.
     *
     * @param name as in {@code case.json}
     * @return the work
     * @throws IllegalArgumentException if there is no such work
     */
    static Work of(String name) {
        Work work = switch (name) {
            case "train" -> new TrainingRun();
            case "evaluate" -> new Evaluation();
            case "hessian" -> new HessianProducts();
            case "surface" -> new SurfaceOfPlane();
            case "product" -> new MatrixProduct();
            default -> null;
        };
        Check.that(work != null, "work must be train, evaluate, hessian, surface or product, was %s", name);
        return work;
    }
}
