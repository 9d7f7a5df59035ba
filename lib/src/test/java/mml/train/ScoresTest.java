package mml.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import mml.data.Dataset;
import mml.data.TwoSpirals;
import mml.math.Layout;
import mml.math.Objective;
import mml.math.Parameters;
import mml.math.Together;
import mml.math.Workers;
import mml.nn.Initialisation;
import mml.nn.Network;
import mml.nn.layer.Dense;
import mml.nn.layer.Relu;
import mml.nn.layer.norm.BatchNormalisation;
import mml.nn.model.Mlp;
import mml.train.batch.Batches;
import mml.train.optimiser.Sgd;
import mml.train.optimiser.WeightDecay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a landscape can be asked for: train and test in one pass, weight decay, statistics stored or estimated anew. */
class ScoresTest {
    private static final Dataset TRAIN = TwoSpirals.of(300, 1);
    private static final Dataset TEST = TwoSpirals.of(200, 2);
    private static final Network NORM = Network.of(
            List.of(2), Dense.of("first", 8), BatchNormalisation.of("norm"), new Relu(), Dense.of("head", 2));
    private static final Parameters AT = NORM.initial(Initialisation.he(), 1)
            .with("norm.shift", new float[] {0.1f, 0.2f, 0.3f, -0.1f, -0.2f, -0.3f, 0, 0.5f});
    private static final NetworkObjective STORED = NetworkObjective.of(NORM, TRAIN);
    private static final Batches BATCHES = Batches.permuted(TRAIN).size(100).seed(3);

    private static double[] scores(Objective objective, Parameters at) {
        double[] out = new double[objective.scores().size()];
        objective.scores(at.values(), out);
        return out;
    }

    @Test
    void trainTestAndGapComeInOnePass() {
        NetworkObjective test = NetworkObjective.of(NORM, TEST);
        Together all = STORED.and("test", test).difference("gap", "test loss", "loss");
        assertEquals(List.of("loss", "accuracy", "test loss", "test accuracy", "gap"), all.scores());
        double[] train = scores(STORED, AT);
        double[] other = scores(test, AT);
        assertArrayEquals(new double[] {train[0], train[1], other[0], other[1], other[0] - train[0]}, scores(all, AT));
        double[] onPlane = new double[5];
        all.onPlane(AT.values(), AT.values(), null).scores(0, 0, onPlane);
        assertArrayEquals(scores(all, AT), onPlane);
    }

    @Test
    void theOriginTellsOfAllPartsAndOfWhatStatisticsAreEstimatedOn() {
        NetworkObjective test = NetworkObjective.of(NORM, TEST);
        Together all = STORED.and("test", test).difference("gap", "test loss", "loss");
        Objective.Origin own = STORED.origin().orElseThrow();
        Objective.Origin other = test.origin().orElseThrow();
        Objective.Origin origin = all.origin().orElseThrow();
        assertEquals(own.function(), origin.function());
        assertEquals(own.data() + "; then " + other.data(), origin.data());
        assertEquals(
                "[loss, accuracy, test loss, test accuracy] from " + own.scoring() + "; then " + other.scoring()
                        + "; gap = test loss - loss",
                origin.scoring());
        String estimated =
                Reestimated.of(STORED, NORM, BATCHES).origin().orElseThrow().scoring();
        assertEquals(
                own.scoring() + ", batch statistics estimated at each point on batches of 100, PERMUTED with seed 3, of"
                        + " two spirals (SHA-256 " + TRAIN.hash() + ")",
                estimated);
        Batches online = Batches.online(TwoSpirals::of, 3);
        assertEquals(Optional.empty(), Reestimated.of(STORED, NORM, online).origin());
    }

    @ParameterizedTest
    @EnumSource
    void aStepWithDecayAlongTheLossIsAStepWithoutAlongTheScoreWithDecay(WeightDecay.Reach reach) {
        WeightDecay decay = new WeightDecay(0.3, WeightDecay.Form.L2, reach);
        float[] withDecay = AT.values();
        float[] without = AT.values();
        float[] gradient = new float[withDecay.length];
        STORED.gradient(withDecay, gradient);
        Sgd.plain().decay(decay).start(NORM.layout()).step(withDecay, gradient, 0.5);
        double loss = STORED.decay(decay).gradient(without, gradient);
        Sgd.plain().start(NORM.layout()).step(without, gradient, 0.5);
        assertArrayEquals(without, withDecay, 1e-6f); // two roundings of numbers up to 3
        double squares = 0;
        for (Layout.Block block : NORM.layout().blocks()) {
            boolean decays = block.kind() == Layout.Kind.WEIGHT
                    || reach == WeightDecay.Reach.PARAMETERS && block.kind() != Layout.Kind.STATE;
            for (float number : AT.block(block.name())) {
                squares += decays ? (double) number * number : 0;
            }
        }
        assertEquals(
                STORED.score("loss", AT) + 0.15 * squares, STORED.decay(decay).score("loss", AT), 1e-12);
        assertEquals(STORED.decay(decay).score("loss", AT), loss, 1e-6 * loss); // other chunks
    }

    @Test
    void decoupledDecayIsNoPartOfAScore() {
        assertRefused(
                "form of decay must be L2 to be a part of the loss, was DECOUPLED",
                () -> STORED.decay(WeightDecay.decoupled(0.1)));
    }

    @Test
    void reestimatedScoresAreThoseOfTheEstimatedParametersAtEveryPoint() {
        Objective anew = Reestimated.of(STORED, NORM, BATCHES);
        Parameters first = NORM.initial(Initialisation.he(), 7);
        for (double a : new double[] {-0.5, 0, 0.5}) {
            Parameters at = AT.plus(a, first);
            Parameters estimated = BatchStatistics.estimate(NORM, at, BATCHES);
            assertArrayEquals(scores(STORED, estimated), scores(anew, at));
            assertNotEquals(scores(STORED, at)[0], scores(anew, at)[0], 1e-3);
            double[] onLine = new double[2];
            anew.onPlane(AT.values(), first.values(), null).copy().scores(a, 0, onLine);
            assertArrayEquals(scores(anew, at), onLine);
        }
    }

    @Test
    void statisticsThatAreStoredHaveNoPartInReestimatedScores() {
        Objective anew = Reestimated.of(STORED, NORM, BATCHES);
        Parameters other = AT.with("norm.mean", new float[] {9, 9, 9, 9, 9, 9, 9, 9});
        assertArrayEquals(scores(anew, AT), scores(anew, other));
    }

    @Test
    void trainAndTestShareTheStatisticsOfTheTrainingData() {
        NetworkObjective test = NetworkObjective.of(NORM, TEST);
        Objective anew = Reestimated.of(STORED.and("test", test), NORM, BATCHES);
        Parameters estimated = BatchStatistics.estimate(NORM, AT, BATCHES);
        assertEquals(scores(test, estimated)[0], scores(anew, AT)[2]);
    }

    @Test
    void aPointThatOverflowsIsSeenAndNotRefused() {
        Objective anew = Reestimated.of(STORED, NORM, BATCHES);
        double[] far = scores(anew, AT.plus(Double.POSITIVE_INFINITY, AT));
        assertFalse(Double.isFinite(far[0]), "loss " + far[0]);
        assertArrayEquals(scores(Reestimated.of(STORED, NORM, BATCHES), AT), scores(anew, AT), "nothing is left of it");
    }

    @Test
    void bitsDoNotDependOnTheNumberOfThreads() {
        Objective anew = Reestimated.of(STORED, NORM, BATCHES);
        double[] one = Workers.with(1, () -> scores(anew, AT));
        for (int threads : new int[] {2, 3}) {
            assertArrayEquals(one, Workers.with(threads, () -> scores(anew.copy(), AT)));
        }
    }

    @Test
    void whatReestimationCannotDoIsRefused() {
        Network plain = Mlp.of(2, 3, 2);
        NetworkObjective without = NetworkObjective.of(plain, TRAIN);
        assertSame(without, Reestimated.of(without, plain, BATCHES));
        assertRefused(
                "objective must have the network's layout (8 blocks, 74 numbers), had another (4 blocks, 17 numbers)",
                () -> Reestimated.of(without, NORM, BATCHES));
        Objective anew = Reestimated.of(STORED, NORM, BATCHES);
        assertRefused("point has 3 numbers, layout 74", () -> anew.scores(new float[3], new double[2]));
        float[] out = new float[74];
        String sentence = "re-estimated statistics depend on the parameters: take the ";
        assertEquals(
                sentence + "gradient of the objective with stored statistics",
                assertThrows(UnsupportedOperationException.class, () -> anew.gradient(AT.values(), out))
                        .getMessage());
        assertEquals(
                sentence + "product of the objective with stored statistics",
                assertThrows(UnsupportedOperationException.class, () -> anew.hessianTimes(AT.values(), out, out))
                        .getMessage());
    }

    private static void assertRefused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
