package mml.bench.kernel;

import java.util.List;
import java.util.concurrent.TimeUnit;
import mml.nn.layer.image.Convolution;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A 3 x 3 convolution of 32 images with as many filters as channels, as ResNet-20 has them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Convolving {
    private static final int IMAGES = 32;

    /** Pixels on a side, and channels. */
    @Param({"32x16", "16x32", "8x64"})
    public String size;

    private Pass pass;

    /** Makes the layer. */
    @Setup
    public void fill() {
        String[] extents = size.split("x");
        int side = Integer.parseInt(extents[0]);
        int channels = Integer.parseInt(extents[1]);
        pass = new Pass(Convolution.of("conv", channels).withoutBias(), List.of(side, side, channels), IMAGES);
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
     * Runs it and goes back: three times the operations.
     *
     * @return the gradient with respect to the images
     */
    @Benchmark
    public float[] forwardAndBack() {
        return pass.forwardAndBack();
    }
}
