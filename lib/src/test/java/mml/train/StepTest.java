package mml.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import mml.data.Dataset;
import mml.data.FashionMnist;
import mml.math.Parameters;
import mml.math.Workers;
import mml.nn.Initialisation;
import mml.nn.Network;
import mml.nn.layer.Dense;
import mml.nn.layer.Flatten;
import mml.nn.layer.Relu;
import mml.nn.layer.Residual;
import mml.nn.layer.Tanh;
import mml.nn.layer.image.Convolution;
import mml.nn.layer.image.MeanPooling;
import mml.nn.layer.norm.BatchNormalisation;
import mml.train.batch.Augmentation;
import mml.train.optimiser.Adam;
import mml.train.optimiser.Optimiser;
import mml.train.optimiser.Schedule;
import mml.train.optimiser.Sgd;
import mml.train.run.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Steps on batches that go through the layers whole, and on batches that are cut. */
class StepTest {
    private static final Dataset DATA = FashionMnist.train().first(600);
    private static final Network WIDE = Network.of(
            List.of(784), Dense.of("one", 120), new Tanh(), Dense.of("two", 90), new Relu(), Dense.of("head", 10));
    private static final Network NARROW =
            Network.of(List.of(784), Dense.of("hidden", 12), new Tanh(), Dense.of("head", 10));
    private static final Network IMAGES = Network.of(
            List.of(28, 28, 1),
            Convolution.of("conv", 4).stride(2),
            BatchNormalisation.of("norm"),
            new Relu(),
            MeanPooling.of(2),
            new Flatten(),
            Dense.of("head", 10));
    private static final Network RESIDUAL = Network.of(
            List.of(28, 28, 1),
            Convolution.of("conv", 4).stride(2),
            BatchNormalisation.of("norm"),
            new Relu(),
            block("one", 4),
            new Relu(),
            block("two", 8).projection(Convolution.of("shortcut", 8).kernel(1), BatchNormalisation.of("shortcut")),
            new Relu(),
            MeanPooling.global(),
            Dense.of("head", 10));

    private static Residual block(String name, int channels) {
        return Residual.of(
                Convolution.of(name + "-1", channels).withoutBias(),
                BatchNormalisation.of(name + "-1"),
                new Relu(),
                Convolution.of(name + "-2", channels).withoutBias(),
                BatchNormalisation.of(name + "-2"));
    }

    static Stream<Optimiser> optimisers() {
        return Stream.of(Sgd.plain(), Sgd.plain().momentum(0.9), Sgd.plain().nesterov(0.9), Adam.standard());
    }

    private static Training training(Network network, Optimiser optimiser) {
        return Training.of(network, DATA)
                .optimiser(optimiser)
                .schedule(Schedule.constant(0.01))
                .batch(150)
                .epochs(2);
    }

    private static Parameters start(Network network) {
        return network.initial(Initialisation.he(), 1);
    }

    @Test
    void theNetworksAreWhatTheTestsSay() {
        assertTrue(Chunk.ofWhole(WIDE) > 150);
        assertTrue(Chunk.ofWhole(NARROW) < 150);
        assertEquals(Integer.MAX_VALUE, Chunk.ofWhole(IMAGES));
    }

    @ParameterizedTest
    @MethodSource("optimisers")
    void bitsDoNotDependOnTheNumberOfThreads(Optimiser optimiser) {
        for (Network network : List.of(WIDE, NARROW, IMAGES)) {
            Training training = training(network, optimiser);
            Parameters one = Workers.with(1, () -> training.run(start(network))).parameters();
            for (int threads : new int[] {2, 3}) {
                assertEquals(
                        one,
                        Workers.with(threads, () -> training.run(start(network)))
                                .parameters());
            }
        }
    }

    @Test
    void aPlainStepGoesAlongTheGradientOfItsBatch() {
        for (Network network : List.of(WIDE, NARROW)) {
            Dataset batch = DATA.first(150);
            Run run = Training.of(network, batch)
                    .schedule(Schedule.constant(0.1))
                    .batch(150)
                    .epochs(1)
                    .run(start(network));
            float[] gradient = new float[network.layout().size()];
            double loss =
                    NetworkObjective.of(network, batch).gradient(start(network).values(), gradient);
            Parameters direction = Parameters.of(network.layout(), gradient);
            Parameters expected = start(network).plus(-0.1, direction);
            // sums of 150 terms in another order
            assertEquals(0, run.parameters().minus(expected).norm(), 1e-6 * direction.norm());
            assertEquals(loss, run.trace().epochs().get(0).loss(), 1e-6 * loss);
        }
    }

    /** Terms that are small beside the weights would be rounded away, were they added one by one. */
    @Test
    void aStepMuchSmallerThanTheWeightsIsRoundedOnce() {
        for (Network network : List.of(WIDE, NARROW)) {
            Dataset batch = DATA.first(150);
            Training training = Training.of(network, batch).batch(150).epochs(1);
            Run run = training.schedule(Schedule.constant(1e-4)).run(start(network));
            float[] gradient = new float[network.layout().size()];
            NetworkObjective.of(network, batch).gradient(start(network).values(), gradient);
            float[] before = start(network).values();
            float[] after = run.parameters().values();
            for (int i = 0; i < before.length; i++) {
                float expected = (float) (before[i] - 1e-4 * gradient[i]);
                assertEquals(expected, after[i], Math.ulp(before[i]) + 1e-9f);
            }
        }
    }

    /** Stopped when the loss has been computed, so on the way back. */
    @ParameterizedTest
    @MethodSource("optimisers")
    void aStopOnTheWayBackLeavesNoStepHalfDone(Optimiser optimiser) {
        Training training = training(WIDE, optimiser);
        Run whole = training.run(start(WIDE));
        AtomicInteger rates = new AtomicInteger();
        Run run = training.schedule((step, steps) -> {
                    if (rates.incrementAndGet() == 3) {
                        Thread.currentThread().interrupt();
                    }
                    return 0.01;
                })
                .run(start(WIDE));
        assertEquals(Run.End.STOPPED, run.end());
        // what is only added is moved at once; a gradient that is formed first is thrown away
        boolean isFormed = optimiser.equals(Adam.standard())
                || optimiser.equals(Sgd.plain().nesterov(0.9));
        assertEquals(isFormed ? 2 : 3, run.steps());
        assertEquals(whole.parameters(), training.resume(run).parameters());
    }

    static Stream<Network> networks() {
        return Stream.of(WIDE, NARROW, IMAGES, RESIDUAL);
    }

    /** Within an epoch of 60 steps: at its start the last good parameters are kept, and its batches drawn. */
    @ParameterizedTest
    @MethodSource("networks")
    void aStepAllocatesNeitherABatchNorItsOutputsNorAGradient(Network network) {
        Dataset data = FashionMnist.train().first(9000);
        for (Optimiser optimiser : optimisers().toList()) {
            long[] bytes = new long[2];
            Training.of(network, data)
                    .optimiser(optimiser)
                    .schedule(Schedule.constant(0.01))
                    .batch(150)
                    .epochs(2)
                    .run(start(network), (done, total, seconds) -> {
                        if (done == 65 || done == 115) {
                            bytes[done == 65 ? 0 : 1] = allocated();
                        }
                    });
            long perStep = (bytes[1] - bytes[0]) / 50;
            // the small objects of loops, some hundred bytes each: 14 layers have 70 of them; if less is compiled, some
            // more
            long most = network == RESIDUAL ? 49_152 : 16_384;
            assertTrue(perStep < most, perStep + " bytes a step of " + optimiser);
        }
    }

    /** Returns how many bytes all threads have allocated. */
    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] bytes = threads.getThreadAllocatedBytes(threads.getAllThreadIds());
        return LongStream.of(bytes).sum();
    }

    @Test
    void aScaledGradientIsAddedWhereItIsWanted() {
        for (Network network : List.of(WIDE, NARROW)) {
            int[] order = new int[150];
            Arrays.setAll(order, i -> 599 - i);
            Rows rows = new Rows(network, DATA, Rows.crossEntropy(network, DATA));
            Rows.Batch batch = new Rows.Batch(order, 0, 150, 1);
            Step step = new Step(network, Augmentation.none());
            float[] once = new float[network.layout().size()];
            float[] added = new float[once.length];
            Arrays.fill(added, 1);
            step.scores(rows, start(network).values(), batch);
            step.addGradient(once, 1);
            step.scores(rows, start(network).values(), batch);
            step.addGradient(added, -0.5);
            for (int i = 0; i < once.length; i++) {
                once[i] = 1 - 0.5f * once[i];
            }
            assertArrayEquals(once, added, 1e-6f);
        }
    }
}
