package mml.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import mml.data.generated.DigitGlyphs;
import mml.data.generated.GaussianBlobs;
import mml.data.generated.RandomRegression;
import mml.data.generated.Shapeset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProvenanceTest {
    private static final Provenance KNOWN = Provenance.of("drawn by hand", "CC0");
    private static final Dataset FOUR = Dataset.of(
                    "four", List.of("a", "b"), List.of(1, 2, 1), new float[] {1, 2, 3, 4, 5, 6, 7, 8}, new int[] {
                        0, 1, 0, 1
                    })
            .from(KNOWN);

    static Stream<Arguments> steps() {
        return Stream.of(
                step("the first 3 of 4", data -> data.first(3)),
                step("2 chosen of 4", data -> data.select(3, 3)),
                step(
                        "the training part, 3 of 4, of a random split, seed 5",
                        data -> Split.random(data, 1, 5).train()),
                step(
                        "the test part, 2 of 4, of a random split by classes, seed 5",
                        data -> Split.stratified(data, 2, 5).test()),
                step(
                        "each feature shifted and scaled as measured",
                        data -> Standardisation.ofFeatures(data).apply(data)),
                step(
                        "each channel shifted and scaled as measured",
                        data -> Standardisation.ofChannels(data).apply(data)),
                step("padded to 3 x 4", data -> Images.padded(data, 3, 4)),
                step("cropped to 1 x 1", data -> Images.cropped(data, 1, 1)),
                step("whitened, each image by itself", Images::whitened),
                step("labels at random with probability 0.5, seed 7", new Corruption.RandomLabels(0.5, 7)::of),
                step("pixels shuffled, all images alike, seed 7", new Corruption.ShuffledPixels(7)::of),
                step("pixels shuffled, each image by itself, seed 7", new Corruption.RandomPixels(7)::of),
                step("pixels drawn from a normal distribution, seed 7", new Corruption.GaussianPixels(7)::of),
                step("other features", data -> data.withFeatures(List.of(1), new float[4])),
                step("other labels", data -> data.withLabels(new int[4])));
    }

    private static Arguments step(String step, Function<Dataset, Dataset> made) {
        return arguments(step, made);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void whatIsMadeOfADataSetKeepsItsOriginAndLicenceAndSaysWhatWasDone(String step, Function<Dataset, Dataset> made) {
        assertEquals(
                new Provenance("drawn by hand", "CC0", List.of(step)),
                made.apply(FOUR).provenance());
        assertEquals(KNOWN, FOUR.provenance());
    }

    @Test
    void stepsAreInTheirOrder() {
        Dataset data = new Corruption.ShuffledPixels(1).of(FOUR.first(2).named("two"));
        assertEquals(
                "drawn by hand (CC0); the first 2 of 4; pixels shuffled, all images alike, seed 1",
                data.provenance().toString());
        assertEquals(KNOWN, FOUR.first(4).named("same").provenance());
    }

    @Test
    void whoeverSaysNothingGetsNotStated() {
        Dataset data = Dataset.of("one", List.of("a", "b"), List.of(1), new float[1], new int[1]);
        assertEquals("not stated (not stated)", data.provenance().toString());
    }

    @Test
    void fashionMnistIsUnderTheMitLicence() {
        for (Dataset data : List.of(FashionMnist.train(), FashionMnist.test())) {
            assertEquals("MIT, copyright 2017 Zalando SE", data.provenance().licence());
            assertTrue(data.provenance().origin().contains("arXiv 1708.07747"));
            assertEquals(List.of(), data.provenance().steps());
        }
    }

    static Stream<Arguments> generated() {
        return Stream.of(
                arguments(
                        "two spirals of one and a half turns with normal noise of deviation 0.04, seed 3",
                        TwoSpirals.of(4, 3).provenance()),
                arguments(
                        "by the rule of X. Glorot, Y. Bengio (2010), section 2.1, and of the first author's generator, side 16, seed 3",
                        new Shapeset(16).draw(2, 3).provenance()),
                arguments(
                        "digits of this library's bitmap font, moved and bent, noise of deviation 0.2, seed 3",
                        new DigitGlyphs(0.2).draw(2, 3).provenance()),
                arguments(
                        "normal clouds of deviation 1, centres of deviation 2.0 from seed 4, points from seed 3",
                        new GaussianBlobs(3, 5, 2, 4).draw(6, 3).provenance()),
                arguments(
                        "y = X w + noise, X and w normal, noise of deviation 0.1, seed 3",
                        RandomRegression.of(4, 2, 0.1, 3).provenance()));
    }

    @ParameterizedTest
    @MethodSource("generated")
    void generatedDataSaySettingsAndSeed(String origin, Provenance provenance) {
        assertEquals(new Provenance(origin, "generated", List.of()), provenance);
    }

    @Test
    void blankTextsAreRefused() {
        refused("origin must not be blank, was \" \"", () -> Provenance.of(" ", "MIT"));
        refused("licence must not be blank, was \"\"", () -> Provenance.of("here", ""));
        refused("every step must not be blank, was \"\"", () -> KNOWN.then(""));
        refused("provenance must be given, was null", () -> FOUR.from(null));
    }

    private static void refused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    @Test
    void theStepsAreCopied() {
        List<String> steps = new ArrayList<>(List.of("first"));
        Provenance provenance = new Provenance("here", "MIT", steps);
        steps.clear();
        assertEquals(List.of("first"), provenance.steps());
    }
}
