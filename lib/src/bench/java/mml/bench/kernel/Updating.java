package mml.bench.kernel;

import java.util.concurrent.TimeUnit;
import mml.math.Layout;
import mml.train.optimiser.Adam;
import mml.train.optimiser.Optimiser;
import mml.train.optimiser.Sgd;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One step of an optimiser on a million parameters. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Updating {
    private static final int PARAMETERS = 1_000_000;

    /** Which optimiser. */
    @Param({"sgd", "momentum", "adam"})
    public String rule;

    private Optimiser.Descent descent;
    private float[] parameters;
    private float[] gradient;

    /** Begins a descent. */
    @Setup
    public void fill() {
        Optimiser optimiser = switch (rule) {
            case "sgd" -> Sgd.plain();
            case "momentum" -> Sgd.plain().momentum(0.9);
            default -> Adam.standard();
        };
        descent = optimiser.start(Layout.vector(PARAMETERS));
        parameters = Vectors.gaussian(PARAMETERS, 1);
        gradient = Vectors.gaussian(PARAMETERS, 2);
    }

    /**
     * Makes a step, so short that the parameters stay as they are in size.
     *
     * @return the parameters
     */
    @Benchmark
    public float[] step() {
        descent.step(parameters, gradient, 1e-9);
        return parameters;
    }
}
