package mml.tribuo;

import static mml.tribuo.ConversionTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mml.data.Dataset;
import mml.data.FashionMnist;
import mml.nn.Initialisation;
import mml.nn.Network;
import mml.nn.layer.Dense;
import mml.nn.layer.Flatten;
import mml.nn.layer.Relu;
import mml.nn.layer.Residual;
import mml.nn.layer.image.Convolution;
import mml.nn.layer.image.MaxPooling;
import mml.nn.layer.norm.BatchNormalisation;
import mml.nn.model.ResNet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tribuo.Model;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;

class SavedModelTest {
    private static final Network NETWORK = Network.of(
            List.of(28, 28, 1),
            Convolution.of("conv", 2).stride(2).withoutBias(),
            BatchNormalisation.of("norm"),
            Residual.of(Convolution.of("inner", 2), new Relu())
                    .projection(Convolution.of("side, (\"odd\") name", 2).kernel(1)),
            MaxPooling.of(2),
            new Flatten(),
            Dense.of("head", 10));

    static NetworkModel model() {
        return NetworkTrainer.of(NETWORK, Start.images(), 3)
                .batch(25)
                .train(Conversion.toTribuo(FashionMnist.train().first(100)));
    }

    /** Started in a JVM of its own: loads a model, and prints the bits of its probabilities. */
    static final class Fresh {
        private Fresh() {}

        public static void main(String... arguments) throws IOException {
            System.out.print(
                    bits(Model.deserializeFromFile(Path.of(arguments[0])).castModel(Label.class)));
        }
    }

    /** Returns the bits of all probabilities of some test images. */
    private static String bits(Model<Label> model) {
        Dataset images = FashionMnist.test().first(40);
        StringBuilder bits = new StringBuilder();
        for (Prediction<Label> prediction : model.predict(Conversion.toTribuo(images))) {
            for (String one : images.classes()) {
                double score = prediction.getOutputScores().get(one).getScore();
                bits.append(HexFormat.of().toHexDigits(Double.doubleToLongBits(score)));
            }
        }
        return bits.toString();
    }

    @Test
    void aModelLoadedInAFreshJvmPredictsTheSameBits(@TempDir Path folder) throws Exception {
        NetworkModel model = model();
        Path file = folder.resolve("model.tribuo");
        model.serializeToFile(file);
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()) {
            // the same arithmetic as here
            command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Fresh.class.getName(), file.toString()));
        Process fresh = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(fresh.getInputStream().readAllBytes());
        assertEquals(true, fresh.waitFor(60, TimeUnit.SECONDS));
        assertEquals(bits(model), printed);
    }

    @Test
    void aLoadedModelHasTheSameNetworkParametersClassesAndProvenance() {
        NetworkModel model = model();
        model.setName("mine");
        NetworkModel loaded = (NetworkModel) Model.deserialize(model.serialize());
        assertEquals(model.network().description(), loaded.network().description());
        assertEquals(model.parameters(), loaded.parameters());
        assertEquals(model.classes(), loaded.classes());
        assertEquals(model.getProvenance(), loaded.getProvenance());
        assertEquals("mine", loaded.getName());
        assertEquals(
                model.parameters(),
                Repetition.of(
                                loaded.getProvenance(),
                                Conversion.toTribuo(FashionMnist.train().first(100)))
                        .parameters());
    }

    @Test
    void everyStartIsThatOfItsInitialisation() {
        for (Start.Rule rule : Start.Rule.values()) {
            Start start = new Start(rule, 1.5, 0);
            assertEquals(start, Notation.read("start", Notation.write("start", start), Start.class));
            var drawn = start.parameters(NETWORK, 4);
            var expected = switch (rule) {
                case NORMAL -> Initialisation.normal(1.5);
                case DEVIATION -> Initialisation.normalWithDeviation(1.5);
                case STANDARD -> Initialisation.standard();
                case GLOROT -> Initialisation.glorot();
                case ORTHOGONAL -> Initialisation.orthogonal(1.5);
            };
            assertEquals(NETWORK.initial(expected, 4), drawn);
        }
        assertEquals(
                ResNet.of(8).initial(5), Start.images().parameters(ResNet.of(8).network(), 5));
        assertRefused("number must be finite and positive, was 0.0", () -> new Start(Start.Rule.NORMAL, 0, 0));
    }
}
