package mml.landscape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.DoubleStream;
import mml.data.TwoSpirals;
import mml.math.Bowl;
import mml.math.Grid.Axis;
import mml.math.Statistics;
import mml.nn.model.ResidualMlp;
import mml.nn.model.ResidualMlp.Shortcut;
import mml.train.NetworkObjective;
import org.junit.jupiter.api.Test;

class FairComparisonTest {
    private static final Axis AXIS = new Axis(-1, 1, 5);
    private static final ResidualMlp WITH = new ResidualMlp(16, 3, Shortcut.IDENTITY);
    private static final ResidualMlp WITHOUT = new ResidualMlp(16, 10, Shortcut.NONE);

    private static NetworkObjective objective(ResidualMlp model) {
        return NetworkObjective.of(model.network(), TwoSpirals.of(100, 1));
    }

    private static Plane plane(ResidualMlp model) {
        return Plane.random(model.initial(1), Normalisation.FILTER, 3);
    }

    private static Surface surface(ResidualMlp model) {
        return plane(model).surface(objective(model), AXIS, AXIS);
    }

    @Test
    void netsOfDifferentDepthAreComparedOnOneScale() {
        Surface with = surface(WITH);
        Surface without = surface(WITHOUT);
        FairComparison both = FairComparison.of("loss").add("with", with).add("without", without);
        double[] all = DoubleStream.concat(
                        with.grid("loss").values(), without.grid("loss").values())
                .sorted()
                .toArray();
        assertEquals(all[0], both.low());
        assertEquals(all[49], both.high());
        double[] levels = both.levels(3);
        assertArrayEquals(
                new double[] {
                    Statistics.quantile(0.25, all), Statistics.quantile(0.5, all), Statistics.quantile(0.75, all)
                },
                levels);
        assertEquals(
                List.of("with", "without"),
                both.members().stream().map(FairComparison.Member::name).toList());
        assertEquals("loss of with, without", both.toString());
        assertEquals("loss", both.score());
    }

    @Test
    void whatDoesNotAgreeIsNamed() {
        FairComparison one = FairComparison.of("loss").add("with", surface(WITH));
        String sentence = "with and other cannot be compared: their ";
        refuses(
                one,
                sentence + "axis a differ, 5 points on [-1.0, 1.0] and 6 points on [-1.0, 1.0]",
                plane(WITHOUT).surface(objective(WITHOUT), new Axis(-1, 1, 6), AXIS));
        refuses(
                one,
                sentence + "axis b differ, 5 points on [-1.0, 1.0] and 5 points on [-0.5, 1.0]",
                plane(WITHOUT).surface(objective(WITHOUT), AXIS, new Axis(-0.5, 1, 5)));
        refuses(
                one,
                sentence + "directions differ, \"Gaussian, normalisation FILTER, seed 3\" and \"Gaussian,"
                        + " normalisation LAYER, seed 3\"",
                Plane.random(WITHOUT.initial(1), Normalisation.LAYER, 3).surface(objective(WITHOUT), AXIS, AXIS));
        refuses(
                one,
                sentence + "directions differ, \"Gaussian, normalisation FILTER, seed 3\" and \"Gaussian,"
                        + " normalisation FILTER, seed 4\"",
                Plane.random(WITHOUT.initial(1), Normalisation.FILTER, 4).surface(objective(WITHOUT), AXIS, AXIS));
        refuses(
                one,
                sentence + "data differ, \"two spirals",
                plane(WITHOUT).surface(NetworkObjective.of(WITHOUT.network(), TwoSpirals.of(100, 2)), AXIS, AXIS));
        refuses(
                one,
                sentence + "scoring differ, \"mean cross-entropy of 100 labels",
                plane(WITHOUT).surface(objective(WITHOUT).decay(0.1), AXIS, AXIS));
        FairComparison bowls = FairComparison.of("value")
                .add("with", Landscapes.PLANE.surface(Landscapes.of("x", (x, y) -> x), AXIS, AXIS));
        refuses(bowls, "score must be one of [loss, accuracy], was value", surface(WITH));
    }

    @Test
    void whatDoesNotTellOrIsNotCompleteIsRefused() {
        FairComparison none = FairComparison.of("value");
        Surface bowl = Landscapes.PLANE.surface(new Bowl(Landscapes.TWO), AXIS, AXIS);
        refuses(none, "other must tell its data to be compared: see Objective.origin", bowl);
        Plane given = new Plane(Landscapes.PLANE.centre(), Landscapes.PLANE.first(), Landscapes.PLANE.second());
        refuses(
                none,
                "other must tell its directions to be compared: see Plane.made",
                given.surface(Landscapes.of("x", (x, y) -> x), AXIS, AXIS));
        refuses(
                none,
                "other must be complete to be compared, was [value, double] at 20 of 5 x 5 points, 5 nan",
                Landscapes.PLANE.surface(Landscapes.rough(), new Axis(0.5, 1.5, 5), new Axis(0, 0.5, 5)));
        Surface sound = given.made("by hand").surface(Landscapes.of("x", (x, y) -> x), AXIS, AXIS);
        refuses(none.add("other", sound), "names must differ, other occurs twice", sound);
        var e = assertThrows(IllegalStateException.class, none::low);
        assertEquals("a comparison needs a surface with a finite value, had none", e.getMessage());
    }

    private static void refuses(FairComparison to, String sentence, Surface surface) {
        String found = assertThrows(IllegalArgumentException.class, () -> to.add("other", surface))
                .getMessage();
        assertEquals(sentence, found.substring(0, Math.min(sentence.length(), found.length())));
    }
}
