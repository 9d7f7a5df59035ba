package mml.bench.kernel;

import java.util.List;
import java.util.concurrent.TimeUnit;
import mml.nn.Layer;
import mml.nn.layer.Relu;
import mml.nn.layer.Sigmoid;
import mml.nn.layer.Tanh;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** An activation of 128 x 1000 numbers. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Activating {
    private static final int ROWS = 128;
    private static final int WIDTH = 1000;

    /** Which function. */
    @Param({"relu", "tanh", "sigmoid"})
    public String function;

    private Pass pass;

    /** Makes the layer. */
    @Setup
    public void fill() {
        Layer layer = switch (function) {
            case "relu" -> new Relu();
            case "tanh" -> new Tanh();
            default -> new Sigmoid();
        };
        pass = new Pass(layer, List.of(WIDTH), ROWS);
    }

    /**
     * Runs it.
     *
     * @return the outputs
     */
    @Benchmark
    public float[] forward() {
        return pass.forward();
    }

    /**
     * Runs it and goes back.
     *
     * @return the gradient with respect to the inputs
     */
    @Benchmark
    public float[] forwardAndBack() {
        return pass.forwardAndBack();
    }
}
