package mml.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mml.bench.exchange.Case;
import mml.bench.exchange.Numbers;
import mml.bench.exchange.Problem;
import mml.landscape.Normalisation;
import mml.landscape.Plane;
import mml.train.batch.Batches;

/** Writes the numbers of a case beside its {@code case.json}: parameters, directions, examples, and their order. */
public final class Prepare {
    private static final long SEED = 2;

    private Prepare() {}

    /**
     * Writes the files.
     *
     * @param arguments the folder of the case
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Case about = Case.read(folder);
        if (about.work().equals("product")) {
            return; // its matrices are made by a formula
        }
        Problem problem = Problem.of(about);
        Plane plane = Plane.random(problem.start(), Normalisation.FILTER, SEED);
        Numbers.write(folder.resolve("parameters.f32"), problem.start().values());
        Numbers.write(folder.resolve("first.f32"), plane.first().values());
        Numbers.write(folder.resolve("second.f32"), plane.second().values());
        Numbers.write(folder.resolve("features.f32"), problem.data().features());
        Numbers.write(folder.resolve("labels.i32"), problem.data().labels());
        new ObjectMapper().writeValue(folder.resolve("layout.json").toFile(), layout(problem));
        if (about.work().equals("train")) {
            Numbers.write(
                    folder.resolve("order.i32"),
                    order(problem.batches(), about.amount().all()));
        }
    }

    private static List<Map<String, Object>> layout(Problem problem) {
        return problem.network().layout().blocks().stream()
                .map(block -> Map.<String, Object>of("name", block.name(), "shape", block.shape()))
                .toList();
    }

    /** Returns the rows of all steps one after the other; all batches are full. */
    private static int[] order(Batches batches, int steps) {
        int size = batches.size();
        int[] rows = new int[Math.multiplyExact(steps, size)];
        Batches.Epoch epoch = null;
        for (int step = 0; step < steps; step++) {
            int index = step % batches.perEpoch();
            epoch = index == 0 ? batches.epoch(step / batches.perEpoch()) : epoch;
            Batches.Batch batch = epoch.batch(index);
            if (batch.count() != size) {
                throw new IllegalArgumentException(
                        "examples must be a multiple of the batch, the last one has " + batch.count() + " of " + size);
            }
            System.arraycopy(batch.order(), batch.from(), rows, step * size, size);
        }
        return rows;
    }
}
