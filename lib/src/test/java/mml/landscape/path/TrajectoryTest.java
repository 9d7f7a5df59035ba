package mml.landscape.path;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import mml.data.TwoSpirals;
import mml.landscape.Entries;
import mml.landscape.path.Trajectory.Point;
import mml.math.Layout;
import mml.math.Parameters;
import mml.nn.Initialisation;
import mml.nn.Network;
import mml.nn.model.Mlp;
import mml.train.Saving;
import mml.train.Training;
import mml.train.run.Checkpoint;
import mml.train.run.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class TrajectoryTest {
    private static final Layout THREE = Layout.vector(3);

    @TempDir
    private Path folder;

    private static Point point(int step, float... values) {
        return new Point(step, Parameters.of(Layout.vector(values.length), values));
    }

    private static Point point(Checkpoint checkpoint) {
        return new Point(checkpoint.step(), checkpoint.parameters());
    }

    @Test
    void aRunGivesTheSameTrajectoryFromMemoryAndFromFiles() {
        Network network = Mlp.of(2, 8, 2);
        Training training = Training.of(network, TwoSpirals.of(60, 1)).batch(20).epochs(5);
        Parameters start = network.initial(Initialisation.he(), 1);
        Run run = training.saving(Saving.everyEpochs(1)).run(start);
        Trajectory kept = Trajectory.of(run.checkpoints(), TrajectoryTest::point);
        assertArrayEquals(new int[] {0, 3, 6, 9, 12, 15}, kept.steps());
        assertEquals(start, kept.at(0));
        assertSame(run.checkpoints().get(5).parameters(), kept.last(), "no vector is copied");
        training.saving(Saving.everyEpochs(1).in(folder)).run(start);
        Trajectory read = Trajectory.of(Checkpoint.in(folder), file -> point(Checkpoint.read(file, network)));
        assertEquals(
                PrincipalComponents.of(kept, Entries.WEIGHTS).plane(),
                PrincipalComponents.of(read, Entries.WEIGHTS).plane());
        assertEquals("6 checkpoints from step 0 to 15, " + start.layout(), read.toString());
    }

    @Test
    void checkpointsThatMakeNoPathAreRefused() {
        refused("trajectory must have at least 2 checkpoints, had 0", List.of());
        refused("trajectory must have at least 2 checkpoints, had 1", List.of(point(0, 1, 2, 3)));
        refused("steps must rise, step 5 came after 5", List.of(point(5, 1, 2, 3), point(5, 1, 2, 4)));
        refused(
                "checkpoints must have one layout (1 blocks, 3 numbers), that of step 7 had another (1 blocks, 2 numbers)",
                List.of(point(0, 1, 2, 3), point(7, 1, 2)));
        refused(
                "checkpoint of step 9 must be finite, value 1 was NaN",
                List.of(point(0, 1, 2, 3), point(9, 1, Float.NaN, 3)));
        refused(
                "checkpoint 1 must be given, was null",
                () -> Trajectory.of(List.of(0, 1), i -> i == 0 ? point(0, 1) : null));
        refused("step must be at least 0, was -1", () -> point(-1, 1));
        refused("parameters must be given, was null", () -> new Point(0, null));
        Trajectory two = Trajectory.of(List.of(point(0, 1, 2, 3), point(1, 1, 2, 4)));
        refused("index must be from 0 to 1, was 2", () -> two.at(2));
    }

    @Test
    void aSourceThatChangesMeanwhileIsFoundOut() {
        Point[] points = {point(0, 1, 2, 3), point(1, 1, 2, 4)};
        Trajectory two = Trajectory.of(Arrays.asList(0, 1), i -> points[i]);
        assertEquals(THREE, two.layout());
        points[1] = point(1, 1, 2);
        refused(
                "checkpoints must have one layout (1 blocks, 3 numbers), that of step 1 had another (1 blocks, 2 numbers)",
                two::last);
    }

    private static void refused(String sentence, List<Point> points) {
        refused(sentence, () -> Trajectory.of(points));
    }

    private static void refused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
