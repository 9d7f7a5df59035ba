package mml.tribuo;

import static mml.tribuo.ConversionTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.oracle.labs.mlrg.olcut.config.ConfigurationManager;
import com.oracle.labs.mlrg.olcut.provenance.PrimitiveProvenance;
import com.oracle.labs.mlrg.olcut.provenance.ProvenanceUtil;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.concurrent.CancellationException;
import mml.data.Dataset;
import mml.data.FashionMnist;
import mml.data.TwoSpirals;
import mml.math.Parameters;
import mml.nn.Initialisation;
import mml.nn.Network;
import mml.nn.model.Mlp;
import mml.train.Training;
import mml.train.optimiser.Adam;
import mml.train.optimiser.Schedule;
import mml.train.optimiser.WeightDecay;
import org.junit.jupiter.api.Test;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.evaluation.LabelEvaluation;
import org.tribuo.classification.evaluation.LabelEvaluator;
import org.tribuo.evaluation.CrossValidation;
import org.tribuo.impl.ArrayExample;

class NetworkTrainerTest {
    private static final Dataset IMAGES = FashionMnist.train().first(200);
    private static final Network NETWORK = Mlp.of(784, 16, 10);
    private static final NetworkTrainer TRAINER = NetworkTrainer.of(NETWORK, Start.he(), 7)
            .optimiser(Adam.standard().decay(WeightDecay.decoupled(0.01)))
            .schedule(Schedule.cosine(0.01).warmUp(3))
            .batch(20)
            .epochs(2);

    @Test
    void aNetworkTrainedByWayOfTribuoHasTheBitsOfOneThatIsNot() {
        Dataset flat = Dataset.of("flat", IMAGES.classes(), List.of(784), IMAGES.features(), IMAGES.labels());
        Parameters direct = Training.of(NETWORK, flat)
                .optimiser(Adam.standard().decay(WeightDecay.decoupled(0.01)))
                .schedule(Schedule.cosine(0.01).warmUp(3))
                .batch(20)
                .epochs(2)
                .seed(7)
                .run(NETWORK.initial(Initialisation.he(), 7))
                .parameters();
        NetworkModel model = TRAINER.train(Conversion.toTribuo(IMAGES));
        assertEquals(direct, model.parameters());
        assertEquals(IMAGES.classes(), model.classes());
    }

    @Test
    void provenanceNamesEverySettingAndRepeatsTheRunToTheSameBits() {
        MutableDataset<Label> data = Conversion.toTribuo(IMAGES);
        NetworkModel model = TRAINER.train(data);
        var settings = model.getProvenance().getTrainerProvenance().getConfiguredParameters();
        assertEquals("20", String.valueOf(((PrimitiveProvenance<?>) settings.get("batch")).getValue()));
        assertEquals("7", String.valueOf(((PrimitiveProvenance<?>) settings.get("seed")).getValue()));
        assertTrue(settings.get("schedule").toString().contains("Schedule$WarmUp"));
        assertTrue(settings.get("network").toString().contains("hidden1"));
        NetworkModel again = Repetition.of(model.getProvenance(), data);
        assertEquals(model.parameters(), again.parameters());
        assertNotEquals(model.parameters(), TRAINER.epochs(3).train(data).parameters());
    }

    @Test
    void tribuosOwnConfigurationMakesTheSameTrainer() {
        MutableDataset<Label> data = Conversion.toTribuo(IMAGES);
        NetworkModel model = TRAINER.train(data);
        try (ConfigurationManager manager = new ConfigurationManager()) {
            manager.addConfiguration(ProvenanceUtil.extractConfiguration(model.getProvenance()));
            NetworkTrainer trainer = manager.lookupSingleton(NetworkTrainer.class, true);
            assertEquals(model.parameters(), trainer.train(data).parameters());
        }
    }

    @Test
    void whatIsRepeatedOnOtherDataIsRefused() {
        NetworkModel model = TRAINER.train(Conversion.toTribuo(IMAGES));
        Dataset other = IMAGES.first(199);
        String theirs = Dataset.of("a", IMAGES.classes(), List.of(784), IMAGES.features(), IMAGES.labels())
                .hash();
        assertRefused(
                "data must be those of the model, of hash " + theirs + ", had hash " + other.hash(),
                () -> Repetition.of(model.getProvenance(), Conversion.toTribuo(other)));
    }

    @Test
    void tribuosEvaluatorAndCrossValidationTakeIt() {
        Dataset spirals = TwoSpirals.of(120, 3);
        NetworkTrainer trainer =
                NetworkTrainer.of(Mlp.of(2, 16, 2), Start.he(), 1).epochs(5);
        MutableDataset<Label> data = Conversion.toTribuo(spirals);
        NetworkModel model = trainer.train(data);
        LabelEvaluation evaluation = new LabelEvaluator().evaluate(model, data);
        float[] outputs = model.network().outputs(model.parameters(), spirals.features());
        int right = 0;
        for (int i = 0; i < spirals.size(); i++) {
            right += (outputs[2 * i + 1] > outputs[2 * i] ? 1 : 0) == spirals.labels()[i] ? 1 : 0;
        }
        assertEquals(right / 120.0, evaluation.accuracy(), 1e-12); // one division
        var folds = new CrossValidation<>(trainer, data, new LabelEvaluator(), 3, 5).evaluate();
        assertEquals(3, folds.size());
        for (var fold : folds) {
            assertTrue(fold.getA().accuracy() > 0.3, "a network that guesses has 0.5");
            assertEquals(spirals.classes(), ((NetworkModel) fold.getB()).classes());
        }
    }

    @Test
    void probabilitiesSumToOneAndTheLargestIsTheAnswer() {
        MutableDataset<Label> data = Conversion.toTribuo(IMAGES);
        for (var prediction : TRAINER.train(data).predict(data)) {
            double sum = 0;
            for (Label score : prediction.getOutputScores().values()) {
                sum += score.getScore();
                assertTrue(score.getScore() <= prediction.getOutput().getScore());
            }
            assertEquals(1, sum, 1e-12); // ten roundings of numbers below 1
        }
    }

    @Test
    void aFeatureThatIsMissingOrUnknownToTheModelIsRefused() {
        NetworkModel model =
                NetworkTrainer.of(Mlp.of(2, 4, 2), Start.he(), 1).train(Conversion.toTribuo(TwoSpirals.of(20, 3)));
        Label label = new Label("any");
        assertRefused(
                "example 0 must have all 2 features, lacks \"1\"; if it means 0, densify the data",
                () -> model.predict(new ArrayExample<>(label, new String[] {"0"}, new double[] {1})));
        assertRefused(
                "example 0 has a feature \"x\" that is unknown here",
                () -> model.predict(new ArrayExample<>(label, new String[] {"0", "1", "x"}, new double[3])));
        assertRefused(
                "example 0 must have feature \"1\" once, had it twice",
                () -> model.predict(new ArrayExample<>(label, new String[] {"0", "1", "1"}, new double[3])));
        assertRefused(
                "feature \"1\" of example 0 must be finite in single precision, was NaN",
                () -> model.predict(new ArrayExample<>(label, new String[] {"0", "1"}, new double[] {0, Double.NaN})));
    }

    @Test
    void dataThatDoNotFitAndSettingsThatCannotBeWrittenAreRefused() {
        MutableDataset<Label> spirals = Conversion.toTribuo(TwoSpirals.of(20, 3));
        assertRefused("data have 2 features, network takes 784", () -> TRAINER.train(spirals));
        assertRefused(
                "data have 2 classes, network has 3 outputs",
                () -> NetworkTrainer.of(Mlp.of(2, 3), Start.he(), 1).train(spirals));
        Schedule lambda = (step, steps) -> 0.1;
        assertRefused(
                "schedule must be made of records to be written down, has "
                        + lambda.getClass().getName(),
                () -> TRAINER.schedule(lambda));
        assertRefused("size must be at least 1, was 0", () -> TRAINER.batch(0));
        assertRefused("count must be at least 1, was 0", () -> TRAINER.epochs(0));
        spirals.getExample(1).setWeight(2);
        assertRefused(
                "example 1 must have weight 1, had 2.0",
                () -> NetworkTrainer.of(Mlp.of(2, 2), Start.he(), 1).train(spirals));
    }

    @Test
    void onlyANetworksProvenanceMakesATrainer() {
        var tree = new CARTClassificationTrainer().train(Conversion.toTribuo(TwoSpirals.of(20, 3)));
        assertRefused(
                "model must be trained by mml.tribuo.NetworkTrainer, was by "
                        + CARTClassificationTrainer.class.getName(),
                () -> Repetition.trainer(tree.getProvenance()));
    }

    @Test
    void aRunThatDivergesOrIsStoppedMakesNoModel() {
        MutableDataset<Label> data = Conversion.toTribuo(IMAGES);
        var e = assertThrows(
                IllegalStateException.class,
                () -> NetworkTrainer.of(NETWORK, Start.he(), 1)
                        .schedule(Schedule.constant(1e30))
                        .train(data));
        assertTrue(e.getMessage().startsWith("diverged at step"), e.getMessage());
        Thread.currentThread().interrupt();
        assertThrows(CancellationException.class, () -> TRAINER.train(data));
        assertTrue(Thread.interrupted());
    }

    @Test
    void javasOwnSerialisationIsRefused() throws IOException {
        NetworkModel model = TRAINER.train(Conversion.toTribuo(IMAGES));
        try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
            assertThrows(NotSerializableException.class, () -> out.writeObject(model));
        }
    }
}
