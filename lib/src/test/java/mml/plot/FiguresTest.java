package mml.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import mml.data.Corruption;
import mml.data.Dataset;
import mml.data.FashionMnist;
import mml.data.TwoSpirals;
import mml.data.generated.DigitGlyphs;
import mml.data.generated.GaussianBlobs;
import mml.data.generated.RandomRegression;
import mml.data.generated.Shapeset;
import mml.landscape.Line;
import mml.landscape.Normalisation;
import mml.landscape.Plane;
import mml.math.Grid.Axis;
import mml.math.Parameters;
import mml.nn.Initialisation;
import mml.nn.Network;
import mml.nn.model.Mlp;
import mml.train.NetworkObjective;
import mml.train.RateTest;
import mml.train.run.Run;
import mml.train.run.Trace;
import mml.tribuo.ConfusionMatrix;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private final Dataset spirals = TwoSpirals.of(40, 1);
    private final Network network = Mlp.of(2, 4, 2);
    private final Parameters centre = network.initial(Initialisation.he(), 1);
    private final NetworkObjective objective = NetworkObjective.of(network, spirals);
    private final Axis axis = new Axis(-1, 1, 5);

    @Test
    void contoursOfASurfaceNameItsScore() {
        var surface = Plane.random(centre, Normalisation.FILTER, 1).surface(objective, axis, axis);
        String text = Figures.of(surface, "loss").alternativeText();
        assertTrue(text.startsWith("Contours of loss over a "), text);
        var e = assertThrows(IllegalArgumentException.class, () -> Figures.of(surface, "error"));
        assertEquals("score must be one of [loss, accuracy], was error", e.getMessage());
    }

    @Test
    void aConfusionMatrixShowsTheShareOfEachTrueClass() {
        List<List<Integer>> counts = List.of(List.of(3, 1, 0), List.of(1, 3, 0), List.of(0, 0, 0));
        String text =
                Figures.of(new ConfusionMatrix(List.of("a", "b", "c"), counts)).alternativeText();
        assertTrue(text.contains("greatest 0.75 at (0, 0)") && text.contains("true class in [0, 2]"), text);
    }

    @Test
    void aCurveHasAnAxisForEachOfItsScores() {
        var curve = Line.random(centre, Normalisation.FILTER, 1).curve(objective, axis);
        String text = Figures.of(curve).alternativeText();
        assertTrue(text.contains("loss") && text.contains("accuracy"), text);
    }

    @Test
    void aTraceCountsEpochsFromOne() {
        Trace trace = new Trace(List.of(epoch(0, 2), epoch(1, 1)), Trace.Open.NOTHING, 2);
        String text = Figures.of(trace).alternativeText();
        assertTrue(text.contains("epoch") && text.contains("from 2 to 1"), text);
        assertTrue(text.contains("validation loss") && text.contains("validation accuracy"), text);
        var e = assertThrows(IllegalArgumentException.class, () -> Figures.of(Trace.NOTHING));
        assertEquals("trace must have at least one epoch, had none", e.getMessage());
    }

    private static Trace.Epoch epoch(int index, double loss) {
        Trace.Scores scores = new Trace.Scores(loss, 1 - loss / 4);
        return new Trace.Epoch(index, scores, Optional.of(scores), 0.1, index + 1);
    }

    @Test
    void aRangeTestIsDrawnOverTheRateAndCutOffWhereItExplodes() {
        RateTest test =
                new RateTest(new double[] {0.001, 0.01, 0.1, 1}, new double[] {2, 1.9, 0.5, 700}, Run.End.DIVERGED);
        String text = Figures.of(test).alternativeText();
        assertTrue(text.contains("learning rate (logarithmic)"), text);
        assertTrue(text.contains("falls fastest") && text.contains("0.1"), text);
    }

    @Test
    void aScatterHasASeriesForEachClass() {
        String text = Figures.scatter(spirals).alternativeText();
        assertTrue(text.contains("spiral 0") && text.contains("spiral 1"), text);
        var e = assertThrows(IllegalArgumentException.class, () -> Figures.scatter(FashionMnist.test()));
        assertEquals("points must have 2 features, had 784", e.getMessage());
    }

    @Test
    void samplesCarryTheNamesOfTheirClasses() {
        String text = Figures.samples(FashionMnist.test(), 3).alternativeText();
        assertTrue(text.contains("ankle boot") && text.contains("pullover") && text.contains("trousers"), text);
        var e = assertThrows(IllegalArgumentException.class, () -> Figures.samples(spirals, 3));
        assertEquals("images must have shape [height, width, 1] or [height, width, 3], had [2]", e.getMessage());
    }

    @Test
    void aLookAtImagesTakesTheClassesInTurn() {
        Dataset five =
                Dataset.of("five", List.of("a", "b", "c"), List.of(1, 1, 3), new float[15], new int[] {2, 2, 0, 2, 0});
        String text = Figures.of(five).orElseThrow().alternativeText();
        assertTrue(text.startsWith("five. Sheet of 5 colour images"), text);
        assertTrue(text.endsWith(": a, c, a, c, c."), text);
    }

    @Test
    void aLookAtManyImagesShowsTwentyAndFitsThePage() {
        Figure shapes = Figures.of(new Shapeset(32).draw(300, 1)).orElseThrow();
        assertTrue(shapes.alternativeText().contains("Sheet of 20 grey images of 32 x 32"), shapes.alternativeText());
        assertTrue(shapes.width() <= 880, "width " + shapes.width());
    }

    @Test
    void aClassKeepsItsColumnWhereFourRowsSuffice() {
        Dataset digits = new DigitGlyphs(0).draw(100, 1);
        assertEquals(
                Figures.samples(digits, 20).columns(10).width(),
                Figures.of(digits).orElseThrow().width());
        // ten of these names do not fit into a row, five do
        assertEquals(
                Figures.samples(FashionMnist.test(), 20).columns(5).height(),
                Figures.of(FashionMnist.test()).orElseThrow().height());
    }

    @Test
    void aLookAtPointsShowsThemInThePlaneAndOthersHaveNoPicture() {
        assertEquals(
                Figures.scatter(spirals).alternativeText(),
                Figures.of(spirals).orElseThrow().alternativeText());
        assertEquals(Optional.empty(), Figures.of(new GaussianBlobs(2, 3, 1, 1).draw(10, 1)));
    }

    @Test
    void aPictureOfChangedDataSaysWhatWasDone() {
        Dataset clothes = FashionMnist.test();
        String name = clothes.name();
        Dataset random = new Corruption.RandomLabels(0.5, 1).of(clothes);
        String title = name + ": labels at random with probability 0.5, seed 1. Sheet of ";
        String text = Figures.of(random).orElseThrow().alternativeText();
        assertTrue(text.startsWith(title), text);
        text = Figures.samples(random, 3).alternativeText();
        assertTrue(text.startsWith(title), text);
        text = Figures.samples(clothes, 3).alternativeText();
        assertTrue(text.startsWith(name + ". Sheet of "), text);
        text = Figures.scatter(spirals.first(30)).alternativeText();
        assertTrue(text.startsWith("two spirals: the first 30 of 40. Lines of "), text);
    }

    @Test
    void ofManyThingsThatWereDoneTheTitleHasTheFirstAndTheLast() {
        Dataset changed =
                new Corruption.RandomLabels(0.5, 1).of(spirals).first(30).first(20);
        String text = Figures.scatter(changed).alternativeText();
        assertTrue(text.contains("seed 1; the first 30 of 40; the first 20 of 30. "), text);
        text = Figures.scatter(changed.first(10)).alternativeText();
        assertTrue(text.contains("seed 1; ... (2 more); the first 10 of 20. "), text);
    }

    @Test
    void theAxesOfAScatterAreNamedAfterTheFeatures() {
        String text = Figures.scatter(spirals).alternativeText();
        assertTrue(text.contains("Lines of y against x: "), text);
        Dataset leaves = spirals.withFeatureNames(List.of("length in cm", "width in cm"));
        text = Figures.of(leaves.select(0, 1, 2)).orElseThrow().alternativeText();
        assertTrue(text.contains("Lines of width in cm against length in cm: "), text);
        text = Figures.scatter(leaves.withFeatures(List.of(2), leaves.features()))
                .alternativeText();
        assertTrue(text.contains("Lines of feature 1 against feature 0: "), text);
    }

    @Test
    void aRegressionIsDrawnAlongItsTruth() {
        var problem = RandomRegression.of(50, 3, 0, 1);
        String text = Figures.of(problem).alternativeText();
        assertTrue(text.contains("X w") && text.contains("examples") && text.contains("without noise"), text);
    }
}
