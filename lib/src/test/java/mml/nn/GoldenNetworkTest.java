package mml.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import mml.nn.Layer.Mode;
import mml.nn.layer.Dense;
import mml.nn.layer.Relu;
import mml.nn.layer.Residual;
import mml.nn.layer.image.Convolution;
import mml.nn.layer.image.MeanPooling;
import mml.nn.layer.norm.BatchNormalisation;
import org.junit.jupiter.api.Test;

/** A small residual net in training and in evaluation is that of PyTorch: four images of 6 x 6, three classes. */
class GoldenNetworkTest {
    private static final Golden GOLDEN = Golden.of("network");
    private static final Network NETWORK = Network.of(
            List.of(6, 6, 1),
            convolution("first", 3),
            norm("first"),
            new Relu(),
            Residual.of(convolution("one", 3), norm("one"), new Relu(), convolution("two", 3), norm("two")),
            new Relu(),
            Residual.of(convolution("three", 4).stride(2), norm("three"))
                    .projection(convolution("shortcut", 4).kernel(1).stride(2), norm("shortcut")),
            new Relu(),
            MeanPooling.global(),
            Dense.of("head", 3));
    private static final int[] EXAMPLES = {0, 1, 2, 3};

    private static Convolution convolution(String name, int filters) {
        return Convolution.of(name, filters).withoutBias();
    }

    private static BatchNormalisation norm(String name) {
        return BatchNormalisation.of(name + ".norm");
    }

    @Test
    void lossGradientAndHessianProductInTraining() {
        float[] parameters = GOLDEN.numbers("parameters");
        float[] direction = GOLDEN.numbers("direction");
        Loss loss = SoftmaxCrossEntropy.of(GOLDEN.whole("labels"), 3);
        Layer.Pass pass = NETWORK.pass(4, Mode.TRAINING);
        float[] outputs = pass.forward(parameters, GOLDEN.numbers("input"), 0, 4);
        GOLDEN.assertAgrees("outputs", outputs);
        float[] outputGradient = new float[12];
        double sum = loss.gradient(outputs, EXAMPLES, 0, 4, 0.25, outputGradient);
        assertEquals(GOLDEN.numbers("loss")[0], sum / 4, 1e-6);
        float[] gradient = new float[parameters.length];
        pass.backwardFirst(parameters, outputGradient.clone(), gradient);
        GOLDEN.assertAgrees("gradient", gradient);
        float[] moved = pass.forwardTangent(parameters, direction, null).clone();
        loss.hessianTimes(outputs, 4, 0.25, moved);
        float[] product = new float[parameters.length];
        pass.backwardTangentFirst(parameters, direction, new Dual(outputGradient, moved), product);
        GOLDEN.assertAgrees("product", product);
    }

    @Test
    void statisticsAfterTwoBatchesAndOutputsInEvaluation() {
        float[] parameters = GOLDEN.numbers("parameters");
        Layer.Pass training = NETWORK.pass(4, Mode.TRAINING);
        for (String batch : List.of("input", "second input")) {
            training.forward(parameters, GOLDEN.numbers(batch), 0, 4);
            training.remember(parameters);
        }
        GOLDEN.assertAgrees("remembered", parameters);
        float[] outputs = NETWORK.pass(4, Mode.EVALUATION).forward(parameters, GOLDEN.numbers("input"), 0, 4);
        GOLDEN.assertAgrees("evaluated", outputs);
    }
}
