package mml.tribuo;

import static mml.tribuo.ConversionTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.Any;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import mml.data.TwoSpirals;
import mml.nn.model.Mlp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tribuo.Model;
import org.tribuo.protos.core.ModelProto;

/** Saved models that are none of ours, or of which something is missing or mixed up. */
class DamagedModelTest {
    @Test
    void aMessageOfAnotherTypeOrVersionIsRefused() {
        Any other = Any.pack(ModelProto.getDefaultInstance());
        assertRefused(
                "message must be of type mml.Network, was " + other.getTypeUrl(),
                () -> NetworkModel.deserializeFromProto(0, "", other));
        assertRefused(
                "saved network must be of version 0, was 1", () -> NetworkModel.deserializeFromProto(1, "", other));
    }

    @Test
    void aSavedNetworkWithTooFewParametersOrClassesIsRefused() throws IOException {
        SavedNetwork whole = SavedNetwork.of(SavedModelTest.model().serialize().getSerializedData());
        int size = whole.parameters().size();
        SavedNetwork cut = new SavedNetwork(
                whole.metadata(),
                whole.architecture(),
                whole.classes(),
                whole.parameters().substring(4));
        assertRefused(
                "saved model must have " + size / 4 + " parameters, has " + (size - 4) + " bytes",
                () -> NetworkModel.deserializeFromProto(0, "", cut.packed()));
        SavedNetwork fewer = new SavedNetwork(
                whole.metadata(), whole.architecture(), whole.classes().subList(0, 9), whole.parameters());
        assertRefused(
                "saved network must have an output for each of 9 classes, had 10",
                () -> NetworkModel.deserializeFromProto(0, "", fewer.packed()));
    }

    @Test
    void aSavedNetworkWithTheFeaturesOfAnotherOrWithOneClassTwiceIsRefused() throws IOException {
        NetworkTrainer small = NetworkTrainer.of(Mlp.of(2, 3, 2), Start.he(), 1);
        SavedNetwork spirals = SavedNetwork.of(small.train(Conversion.toTribuo(TwoSpirals.of(20, 1)))
                .serialize()
                .getSerializedData());
        SavedNetwork whole = SavedNetwork.of(SavedModelTest.model().serialize().getSerializedData());
        SavedNetwork mixed =
                new SavedNetwork(whole.metadata(), spirals.architecture(), spirals.classes(), spirals.parameters());
        assertRefused(
                "saved network must have 2 features, as it takes, had 784",
                () -> NetworkModel.deserializeFromProto(0, "", mixed.packed()));
        SavedNetwork twice =
                new SavedNetwork(spirals.metadata(), spirals.architecture(), List.of("a", "a"), spirals.parameters());
        assertRefused(
                "classes of a saved network must differ, were [a, a]",
                () -> NetworkModel.deserializeFromProto(0, "", twice.packed()));
    }

    @Test
    void aFileThatIsCutOrOfAnotherModelMakesNoNetwork(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("model.tribuo");
        SavedModelTest.model().serializeToFile(file);
        byte[] whole = Files.readAllBytes(file);
        for (int percent = 0; percent < 100; percent += 9) {
            Files.write(file, Arrays.copyOf(whole, whole.length * percent / 100));
            assertThrows(Exception.class, () -> Model.deserializeFromFile(file), percent + " %");
        }
        Classifier.logisticRegression(1).fit(TwoSpirals.of(20, 1)).serializeToFile(file);
        assertFalse(Model.deserializeFromFile(file) instanceof NetworkModel);
    }
}
