package mml.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import mml.data.Corruption;
import mml.data.Dataset;
import mml.data.FashionMnist;
import mml.data.TwoSpirals;
import mml.data.generated.DigitGlyphs;
import mml.data.generated.GaussianBlobs;
import mml.data.generated.RandomRegression;
import mml.data.generated.Shapeset;
import mml.landscape.Curve;
import mml.landscape.FairComparison;
import mml.landscape.Line;
import mml.landscape.Normalisation;
import mml.landscape.Plane;
import mml.landscape.Surface;
import mml.landscape.SurveyWatch;
import mml.landscape.trust.Band;
import mml.landscape.trust.Draws;
import mml.math.Grid;
import mml.math.Grid.Axis;
import mml.math.Layout;
import mml.math.Objective;
import mml.math.Parameters;
import mml.math.Workers;
import mml.nn.Initialisation;
import mml.nn.Network;
import mml.nn.model.Mlp;
import mml.plot.solid.SurfacePlot;
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

    private static <R> SurveyWatch<R> stopAfter(int points) {
        Thread caller = Thread.currentThread();
        return now -> {
            if (now.done() == points && !now.isEnd()) {
                caller.interrupt();
            }
        };
    }

    @Test
    void whatIsNotCompleteIsDrawnAndSaysSo() {
        Plane plane = Plane.random(centre, Normalisation.FILTER, 1);
        Surface part = Workers.with(
                1, () -> plane.survey(objective, axis, axis).watch(stopAfter(9)).run());
        String text = Figures.of(part, "loss").alternativeText();
        assertTrue(text.startsWith("Contours of loss (16 of 25 values interpolated) over a "), text);
        assertTrue(!text.contains("without a value"), text);
        String solid = SurfacePlot.of(part, "loss").alternativeText();
        assertTrue(solid.startsWith("Surface of loss (16 of 25 values interpolated) over a "), solid);
        Line line = Line.random(centre, Normalisation.FILTER, 1);
        Curve stopped = Workers.with(
                1, () -> line.survey(objective, axis).watch(stopAfter(3)).run());
        String curve = Figures.of(stopped).alternativeText();
        assertTrue(curve.contains("against a (2 of 5 points waiting): loss "), curve);
        assertTrue(curve.contains(" over -1 to 1") && !curve.contains("left out"), curve);
    }

    @Test
    void aBandHasItsQuartilesItsRangeAndTheNumberOfItsDraws() {
        Band band = new Draws(centre, Normalisation.FILTER, 1, 4).band(objective, axis);
        String text = Figures.of(band).alternativeText();
        assertTrue(text.startsWith("loss over 4 draws. Lines of loss against a: median "), text);
        assertTrue(text.contains("range at most ") && text.contains("quartiles at most "), text);
        Curve one = Line.random(centre, Normalisation.FILTER, 1).curve(objective, axis);
        assertTrue(Figures.of(Band.of(List.of(one), "loss")).alternativeText().startsWith("loss over 1 draw. "));
    }

    @Test
    void aBandThatIsInfiniteSomewhereIsDrawnWhereItIsNot() {
        Curve steep = curve(a -> a > 0.4 ? Double.POSITIVE_INFINITY : a < -0.9 ? Double.NaN : a * a);
        String text =
                Figures.of(Band.of(List.of(steep, curve(a -> a)), "value")).alternativeText();
        assertTrue(text.startsWith("value over 2 draws. Lines of value against a: median "), text);
    }

    private static Curve curve(DoubleUnaryOperator function) {
        Layout one = Layout.vector(1);
        Line line = new Line(Parameters.zeros(one), Parameters.of(one, new float[] {1}));
        return line.curve(
                new Objective() {
                    @Override
                    public Layout layout() {
                        return one;
                    }

                    @Override
                    public List<String> scores() {
                        return List.of("value");
                    }

                    @Override
                    public void scores(float[] at, double[] out) {
                        out[0] = function.applyAsDouble(at[0]);
                    }

                    @Override
                    public Objective copy() {
                        return this;
                    }
                },
                new Axis(-1, 1, 9));
    }

    private FairComparison compared(String score, long... seeds) {
        FairComparison comparison = FairComparison.of(score);
        for (long seed : seeds) {
            Parameters other = network.initial(Initialisation.he(), seed);
            comparison = comparison.add(
                    "net " + seed, Plane.random(other, Normalisation.FILTER, 1).surface(objective, axis, axis));
        }
        return comparison;
    }

    @Test
    void aComparisonHasOneScaleAndLevelsOfFewDigitsForAll() {
        FairComparison comparison = compared("loss", 1, 2, 3);
        String text = Figures.of(comparison).alternativeText();
        assertTrue(
                text.startsWith("Contours of loss over a in [-1, 1], b in [-1, 1], 3 planes on one scale: net 1: "),
                text);
        assertTrue(text.equals(withLevels(comparison, 2)) || text.equals(withLevels(comparison, 3)), text);
        String alone = Figures.of(compared("accuracy", 1)).alternativeText();
        assertTrue(alone.startsWith("net 1. Contours of accuracy over a "), alone);
        var e = assertThrows(IllegalArgumentException.class, () -> Figures.of(FairComparison.of("loss")));
        assertEquals("comparison must have at least one surface, had none", e.getMessage());
    }

    private static String withLevels(FairComparison comparison, int digits) {
        double[] levels = DoubleStream.of(comparison.levels(9))
                .map(level ->
                        new BigDecimal(level).round(new MathContext(digits)).doubleValue())
                .toArray();
        Contours contours = null;
        for (FairComparison.Member member : comparison.members()) {
            Grid grid = member.surface().grid("loss");
            contours = contours == null
                    ? Contours.of(grid, "a", "b", "loss").title(member.name())
                    : contours.beside(member.name(), grid);
        }
        return contours.levels(levels).alternativeText();
    }

    @Test
    void aWideRangeIsComparedByItsLogarithm() {
        Parameters[] nets = {centre, centre.plus(20, centre)};
        FairComparison comparison = FairComparison.of("loss");
        for (Parameters net : nets) {
            Surface surface = Plane.random(net, Normalisation.FILTER, 1).surface(objective, axis, axis);
            comparison = comparison.add("net of norm " + Math.round(net.norm()), surface);
        }
        assertTrue(comparison.low() > 0 && comparison.high() > 100 * comparison.low(), comparison::toString);
        String text = Figures.of(comparison).alternativeText();
        assertTrue(text.startsWith("Contours of loss (logarithmic) over a "), text);
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
