package mml.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import mml.data.Dataset;
import mml.data.TwoSpirals;
import mml.math.Layout;
import mml.math.Mapped;
import mml.math.Parameters;
import mml.math.Progress;
import mml.math.Workers;
import mml.nn.Dual;
import mml.nn.Initialisation;
import mml.nn.Layer;
import mml.nn.Network;
import mml.nn.layer.Dense;
import mml.nn.layer.Relu;
import mml.nn.layer.Tanh;
import mml.train.optimiser.Sgd;
import mml.train.run.Checkpoint;
import mml.train.run.Run;
import mml.train.run.Trace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run of six epochs of three steps, each step five chunks, which is stopped at some moment and goes on. */
@Timeout(30)
class TrainingStopTest {
    private static final Dataset DATA = TwoSpirals.of(900, 1);
    private static final Network NETWORK = network(new Tanh());
    private static final Parameters START = NETWORK.initial(Initialisation.he(), 1);
    private static final Training TRAINING = training(NETWORK);
    private static final Run WHOLE = TRAINING.run(START);

    @AfterEach
    void leaveNoFlagBehind() {
        Thread.interrupted();
    }

    private static Network network(Layer middle) {
        return Network.of(List.of(2), Dense.of("first", 8), middle, Dense.of("head", 2));
    }

    private static Training training(Network network) {
        return Training.of(network, DATA)
                .optimiser(Sgd.plain().momentum(0.9))
                .batch(300)
                .epochs(6)
                .saving(Saving.everyEpochs(2));
    }

    private static void requireStoppedAfter(int steps, Run run) {
        assertEquals(Run.End.STOPPED, run.end());
        assertEquals(steps, run.steps());
        assertFalse(Thread.interrupted(), "the outermost call clears the flag");
        assertTrue(run.toString().startsWith("stopped after " + steps + " steps; "), run.toString());
    }

    private static List<Parameters> parameters(Run run) {
        return run.checkpoints().stream().map(Checkpoint::parameters).toList();
    }

    private static void requireTheWhole(Run run) {
        assertEquals(Run.End.COMPLETE, run.end());
        assertEquals(WHOLE.parameters(), run.parameters());
        assertEquals(WHOLE.last().memory(), run.last().memory());
        assertEquals(parameters(WHOLE), parameters(run));
        assertArrayEquals(WHOLE.trace().column(Trace.Epoch::loss), run.trace().column(Trace.Epoch::loss));
        assertArrayEquals(
                WHOLE.trace().column(Trace.Epoch::accuracy), run.trace().column(Trace.Epoch::accuracy));
    }

    @Test
    void aRunStoppedByItsListenerGoesOnWithTheSameBits() {
        Run run = TRAINING.run(START, (done, total, seconds) -> {
            if (done == 6) {
                Thread.currentThread().interrupt();
            }
        });
        requireStoppedAfter(6, run);
        assertEquals(2, run.trace().epochs().size());
        requireTheWhole(TRAINING.resume(run, Progress.none()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 5, 16})
    void aRunStoppedBetweenTwoStepsOfAnEpochGoesOnWithTheSameBits(int last) {
        Run run = TRAINING.schedule((step, steps) -> {
                    if (step == last) {
                        Thread.currentThread().interrupt();
                    }
                    return 0.1;
                })
                .run(START);
        requireStoppedAfter(last + 1, run);
        requireTheWhole(TRAINING.resume(run, Progress.none()));
    }

    /** Tanh, which stops its thread at one of its calls. */
    private record Stopping(AtomicInteger callsLeft) implements Layer {
        @Override
        public List<Integer> output(List<Integer> input) {
            return input;
        }

        @Override
        public Pass pass(List<Integer> input, int capacity, Layout layout, Mode mode) {
            Pass tanh = new Tanh().pass(input, capacity, layout, mode);
            return new Pass() {
                @Override
                public float[] forward(float[] parameters, float[] values, int at, int rows) {
                    if (callsLeft.decrementAndGet() == 0) {
                        Thread.currentThread().interrupt();
                    }
                    return tanh.forward(parameters, values, at, rows);
                }

                @Override
                public float[] backward(float[] parameters, float[] outputGradient, float[] gradient) {
                    return tanh.backward(parameters, outputGradient, gradient);
                }

                @Override
                public float[] forwardTangent(float[] parameters, float[] direction, float[] inputTangent) {
                    return tanh.forwardTangent(parameters, direction, inputTangent);
                }

                @Override
                public Dual backwardTangent(
                        float[] parameters, float[] direction, Dual outputGradient, float[] product) {
                    return tanh.backwardTangent(parameters, direction, outputGradient, product);
                }
            };
        }
    }

    /** Returns the same run as one of the network that does not stop its thread. */
    private static Run withoutStops(Run run) {
        List<Checkpoint> kept =
                run.checkpoints().stream().map(TrainingStopTest::withoutStops).toList();
        return new Run(withoutStops(run.last()), run.ending(), run.trace(), kept);
    }

    private static Checkpoint withoutStops(Checkpoint of) {
        return new Checkpoint(of.step(), NETWORK.description(), of.parameters(), of.memory(), of.trace());
    }

    @Test
    void aStepThatIsStoppedWithinIsThrownAwayAndDoneAgain() {
        // on one thread; calls 21 to 25 are the five chunks of step 4, of which the last two share a lane
        AtomicInteger callsLeft = new AtomicInteger(24);
        Training stopping = training(network(new Stopping(callsLeft)));
        Run run = Workers.with(1, () -> stopping.run(START));
        requireStoppedAfter(4, run);
        assertEquals(0, callsLeft.get(), "no other chunk is begun");
        requireTheWhole(TRAINING.resume(withoutStops(run), Progress.none()));
    }

    @Test
    void aRunStoppedManyTimesFromAnotherThreadIsTheSame() {
        Checkpoint start =
                Checkpoint.start(TRAINING.network(), START, TRAINING.updates().optimiser());
        Run run = new Run(start, new Run.Ending(Run.End.STOPPED, 0, Double.NaN), Trace.NOTHING, List.of());
        Thread caller = Thread.currentThread();
        for (int round = 0; run.end() == Run.End.STOPPED; round++) {
            CountDownLatch go = new CountDownLatch(1);
            long pause = 50_000 * (round + 1);
            CompletableFuture<Void> stop = CompletableFuture.runAsync(() -> {
                go.countDown();
                for (long end = System.nanoTime() + pause; System.nanoTime() < end; ) {
                    Thread.onSpinWait();
                }
                caller.interrupt();
            });
            while (go.getCount() > 0) {
                Thread.onSpinWait();
            }
            run = TRAINING.resume(run, Progress.none());
            while (!stop.isDone()) {
                Thread.onSpinWait();
            }
            Thread.interrupted(); // the stop may have come too late for this round
        }
        requireTheWhole(run);
    }

    @Test
    void insideALoopTheStopIsPassedOn() {
        List<Run> returned = new ArrayList<>();
        Mapped<Integer> results = Workers.map(List.of(1), i -> {
            returned.add(TRAINING.run(
                    START, (done, total, seconds) -> Thread.currentThread().interrupt()));
            return i;
        });
        assertEquals(List.of(), results.complete());
        assertEquals(List.of(), returned);
        assertFalse(Thread.interrupted());
    }

    @Test
    void onlyAStoppedRunOfTheSameNetworkGoesOn() {
        var e = assertThrows(IllegalArgumentException.class, () -> TRAINING.resume(WHOLE, Progress.none()));
        assertEquals("run must have been stopped, was COMPLETE", e.getMessage());
        Checkpoint other = Checkpoint.start(network(new Relu()), START, Sgd.plain());
        Run stopped = new Run(other, new Run.Ending(Run.End.STOPPED, 0, Double.NaN), Trace.NOTHING, List.of());
        e = assertThrows(IllegalArgumentException.class, () -> TRAINING.resume(stopped));
        assertEquals(
                "checkpoint of step 0 is of another network: it has \"layer 1: Relu\", this network \"layer 1: Tanh\"",
                e.getMessage());
        Parameters five = Parameters.zeros(Layout.vector(5));
        e = assertThrows(IllegalArgumentException.class, () -> Checkpoint.start(NETWORK, five, Sgd.plain()));
        assertEquals(
                "parameters must have the network's layout (4 blocks, 42 numbers), had another (1 blocks, 5 numbers)",
                e.getMessage());
    }
}
