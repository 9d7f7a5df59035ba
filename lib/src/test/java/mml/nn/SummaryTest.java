package mml.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import mml.math.Layout;
import mml.nn.layer.Dense;
import mml.nn.layer.Relu;
import mml.nn.layer.Residual;
import mml.nn.layer.Tanh;
import mml.nn.layer.norm.BatchNormalisation;
import mml.nn.model.Mlp;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private static List<String> names(Layer... layers) {
        return Network.of(List.of(2), layers).summary().rows().stream()
                .map(Summary.Row::layer)
                .toList();
    }

    @Test
    void aNetworkIsATableOfItsLayersWithTheTotal() {
        assertEquals("""
                network [784] -> 10 outputs, 3 layers, 203,530 parameters
                layer         kind   output     parameters
                hidden1       dense  256           200,960
                hidden1.relu  relu   256                 0
                head          dense  10              2,570
                total                              203,530""", Mlp.of(784, 256, 10).summary().toString());
    }

    @Test
    void layersInsideOthersAreIndented() {
        Network network = Network.of(
                List.of(2), Dense.of("a", 3), Residual.of(Dense.of("b", 3), new Tanh()), Dense.of("head", 2));
        assertEquals("""
                network [2] -> 2 outputs, 3 layers, 29 parameters
                layer       kind      output     parameters
                a           dense     3                   9
                b.residual  residual  3                  12
                  b         dense     3                  12
                  b.tanh    tanh      3                   0
                head        dense     2                   8
                total                                    29""", network.summary().toString());
    }

    @Test
    void aLayerWithoutParametersIsCalledAfterTheOneWithParametersBeforeIt() {
        assertEquals(
                List.of("input.relu", "a", "a.relu", "a.tanh", "a.relu2", "a.relu3", "b"),
                names(new Relu(), Dense.of("a", 2), new Relu(), new Tanh(), new Relu(), new Relu(), Dense.of("b", 2)));
    }

    @Test
    void aLayerAroundOthersIsCalledByWhatTheirNamesShare() {
        assertEquals(
                List.of("one.two", "one.two.a", "one.two.a.relu", "one.two.b", "one.two.relu"),
                names(Residual.of(Dense.of("one.two.a", 2), new Relu(), Dense.of("one.two.b", 2)), new Relu()));
        assertEquals(
                List.of("first", "first.residual", "a", "b", "first.residual.relu"),
                names(Dense.of("first", 2), Residual.of(Dense.of("a", 2), Dense.of("b", 2)), new Relu()));
    }

    @Test
    void aProjectionIsListedAndTheIdentityIsNot() {
        assertEquals(
                List.of("one", "one.body", "one.shortcut", "two.residual", "two"),
                names(
                        Residual.of(Dense.of("one.body", 3)).projection(Dense.of("one.shortcut", 3)),
                        Residual.of(Dense.of("two", 3))));
    }

    /** What is remembered is no parameter. */
    @Test
    void statesAreNotCounted() {
        Network network = Network.of(List.of(2), Dense.of("a", 3), BatchNormalisation.of("norm"));
        assertEquals("batch normalisation", network.summary().rows().get(1).kind());
        assertEquals(2 * 3, network.summary().rows().get(1).parameters());
        assertEquals(9 + 6, network.summary().parameters());
    }

    @Test
    void aClassWithoutANameIsALayerAllTheSame() {
        Layer nameless = new Layer() {
            @Override
            public List<Integer> output(List<Integer> input) {
                return input;
            }

            @Override
            public Pass pass(List<Integer> input, int capacity, Layout layout, Mode mode) {
                return new Relu().pass(input, capacity, layout, mode);
            }
        };
        assertEquals(List.of("a", "a.layer"), names(Dense.of("a", 2), nameless));
    }
}
