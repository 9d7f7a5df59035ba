package mml.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mml.train.run.Run;
import mml.train.run.Trace;
import mml.train.run.Watch;
import org.junit.jupiter.api.Test;

/** A run of 4 epochs of 100 steps, ten milliseconds each. */
class LiveTrainingTest {
    private final Recorder kernel = Recorder.live();
    private final Watch watch = new LiveTraining(kernel, "ResNet-20");

    private record At(int step, Optional<Run.End> end) implements Watch.Moment {
        @Override
        public int steps() {
            return 400;
        }

        @Override
        public int perEpoch() {
            return 100;
        }

        @Override
        public double loss() {
            return 2.0 / step;
        }

        @Override
        public double seconds() {
            return step / 100.0;
        }

        @Override
        public Trace trace() {
            List<Trace.Epoch> epochs = IntStream.range(0, step / 100)
                    .mapToObj(i ->
                            new Trace.Epoch(i, new Trace.Scores(2.0 - 0.4 * i, 0.2 * i), Optional.empty(), 0.1, i + 1))
                    .toList();
            return new Trace(epochs, new Trace.Open(step % 100, step % 100, 0.5 * (step % 100)), seconds());
        }
    }

    private void run(int from, int to) {
        IntStream.rangeClosed(from, to).forEach(step -> watch.see(new At(step, Optional.empty())));
    }

    @Test
    void oneFigureIsRedrawnInPlaceAtMostFourTimesASecond() {
        run(1, 400);
        watch.see(new At(400, Optional.of(Run.End.COMPLETE)));
        int drawn = kernel.shown().size();
        assertTrue(drawn >= 2 && drawn <= 4 * 3 + 2, drawn + " figures in four seconds");
        String place = kernel.shown().get(0).place();
        for (int i = 0; i < drawn; i++) {
            assertEquals(place, kernel.shown().get(i).place());
            assertEquals(i > 0, kernel.shown().get(i).isReplacement());
        }
    }

    @Test
    void theTitleSaysHowFarItIsAndHowLongItWillTake() {
        run(1, 101);
        String text = kernel.texts().get(0);
        assertTrue(text.startsWith("ResNet-20: epoch 1.0 of 4, about 3.0 s left. "), text);
        watch.see(new At(250, Optional.of(Run.End.ACCURATE)));
        text = kernel.texts().get(1);
        assertTrue(text.startsWith("ResNet-20: epoch 2.5 of 4, accurate in 2.5 s. "), text);
        assertTrue(text.contains("0 to 2.5") || text.contains("1 to 2.5"), text);
    }

    @Test
    void whatTakesLessThanASecondIsDrawnAtItsEndOnly() {
        run(1, 90);
        assertEquals(List.of(), kernel.texts());
        watch.see(new At(90, Optional.of(Run.End.STOPPED)));
        assertEquals(1, kernel.texts().size());
    }

    @Test
    void theNextTrainingHasAFigureOfItsOwn() {
        watch.see(new At(90, Optional.of(Run.End.STOPPED)));
        watch.see(new At(400, Optional.of(Run.End.COMPLETE)));
        assertNotEquals(kernel.shown().get(0).place(), kernel.shown().get(1).place());
    }

    @Test
    void aRunThatEndsBeforeItsFirstStepIsALine() {
        watch.see(new At(0, Optional.of(Run.End.DIVERGED)));
        assertEquals(List.of("ResNet-20: epoch 0.0 of 4, diverged in 0.0 s"), kernel.texts());
    }
}
