package mml.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import mml.math.Layout;
import mml.nn.layer.Dense;
import mml.nn.layer.Dropout;
import mml.nn.layer.Relu;
import mml.nn.layer.Residual;
import mml.nn.layer.image.Convolution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words for a network; that no layer of the library forgets a setting stands in the contract of the layers. */
class DescriptionTest {
    /** A layer of one's own, which changes nothing. */
    private record Own(double[] numbers, List<Float> more, Dropout like) implements Layer {
        @Override
        public List<Integer> output(List<Integer> input) {
            return input;
        }

        @Override
        public Pass pass(List<Integer> input, int capacity, Layout layout, Mode mode) {
            return like.pass(input, capacity, layout, mode);
        }

        @Override
        public String toString() {
            return "forgetful";
        }
    }

    private static List<String> lines(List<Integer> input, Layer... layers) {
        return Description.of(input, new Sequence(List.of(layers))).lines();
    }

    @Test
    void eachLayerHasALineWithItsSettings() {
        assertEquals(
                List.of(
                        "input: [4, 4, 1]",
                        "layer 0: Convolution(name c, filters 2, window Window(size 3, stride 1, padding SAME), bias WITH)",
                        "layer 1: Relu",
                        "layer 2: Dropout(share 0.1)"),
                lines(List.of(4, 4, 1), Convolution.of("c", 2), new Relu(), new Dropout(0.1)));
    }

    @Test
    void layersInsideOthersHaveLinesOfTheirOwn() {
        assertEquals(
                List.of(
                        "input: [2]",
                        "layer 0: Residual",
                        "layer 0.body.0: Relu",
                        "layer 0.body.1.0: Dense(name d, outputs 3, bias WITH)",
                        "layer 0.shortcut.0: Dense(name s, outputs 3, bias WITHOUT)",
                        "layer 1.0: Relu"),
                lines(
                        List.of(2),
                        Residual.of(new Relu(), new Sequence(List.of(Dense.of("d", 3))))
                                .projection(Dense.of("s", 3).withoutBias()),
                        new Sequence(List.of(new Relu()))));
    }

    @Test
    void aRecordOfOnesOwnIsDescribedByItsComponentsWhateverItSays() {
        Own own = new Own(new double[] {1, 0.5}, List.of(0.25f), new Dropout(0.5));
        assertEquals(
                List.of(
                        "input: [2]",
                        "layer 0: Own(numbers [1.0, 0.5], more [0.25])",
                        "layer 0.like: Dropout(share 0.5)"),
                lines(List.of(2), own));
    }

    /** The last one, 2^-44, is printed with 17 digits by JDK 17 and with 16 by JDK 25. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.0",
        "0.1, 0.1",
        "0.3333333333333333, 0.3333333333333333",
        "0.30000000000000004, 0.30000000000000004",
        "0.5, 0.5",
        "1e-5, 0.00001",
        "5.684341886080802E-14, 5.6843418860808015E-14"
    })
    void numbersHaveTheSameDigitsOnEveryJdk(double share, String digits) {
        assertEquals(
                "layer 0: Dropout(share " + digits + ")",
                lines(List.of(2), new Dropout(share)).get(1));
    }

    @Test
    void aClassThatIsNoRecordSaysItsSettingsItself() {
        Layer plain = new Layer() {
            @Override
            public List<Integer> output(List<Integer> input) {
                return input;
            }

            @Override
            public Pass pass(List<Integer> input, int capacity, Layout layout, Mode mode) {
                return new Relu().pass(input, capacity, layout, mode);
            }

            @Override
            public String toString() {
                return "leak 0.1";
            }
        };
        assertEquals("layer 0: leak 0.1", lines(List.of(2), plain).get(1));
    }
}
