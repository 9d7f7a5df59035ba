package mml.tribuo;

import com.oracle.labs.mlrg.olcut.provenance.PrimitiveProvenance;
import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.HashProvenance;
import java.util.Map;
import mml.math.Check;
import org.tribuo.classification.Label;
import org.tribuo.provenance.ModelProvenance;
import org.tribuo.provenance.TrainerProvenance;

/** Runs that are repeated from what a model says of itself. */
public final class Repetition {
    /** How a model's provenance calls the hash of its data. */
    static final String DATA = "data-hash";

    private Repetition() {}

    /** The settings of a trainer by their names. */
    interface Settings {
        <T> T of(String name, Class<T> type);
    }

    /**
     * Returns the trainer that a model was trained by.
     *
     * @param provenance of a network's model
     * @return a trainer that does the same
     * @throws IllegalArgumentException if the model was trained by another kind of trainer
     */
    public static NetworkTrainer trainer(ModelProvenance provenance) {
        TrainerProvenance by = provenance.getTrainerProvenance();
        String name = NetworkTrainer.class.getName();
        Check.that(name.equals(by.getClassName()), "model must be trained by %s, was by %s", name, by.getClassName());
        Map<String, Provenance> settings = by.getConfiguredParameters();
        return new NetworkTrainer(new Settings() {
            @Override
            public <T> T of(String setting, Class<T> type) {
                Provenance found = settings.get(setting);
                Check.that(
                        found instanceof PrimitiveProvenance,
                        "provenance must have the setting %s, had %s",
                        setting,
                        found);
                return type.cast(((PrimitiveProvenance<?>) found).getValue());
            }
        });
    }

    /**
     * Trains again what a model's provenance describes.
     *
     * @param provenance of a network's model
     * @param data the same examples
     * @return the same model, with the same bits on the same kind of machine
     * @throws IllegalArgumentException if the model was trained by another kind of trainer, or on other data
     */
    public static NetworkModel of(ModelProvenance provenance, org.tribuo.Dataset<Label> data) {
        NetworkTrainer trainer = trainer(provenance);
        Provenance known = provenance.getInstanceProvenance().getMap().get(DATA);
        Check.that(known instanceof HashProvenance, "provenance must have the hash of its data, had %s", known);
        String theirs = ((HashProvenance) known).getValue();
        String found =
                Conversion.forNetwork(trainer.network(), data, Domain.of(data)).hash();
        Check.that(theirs.equals(found), "data must be those of the model, of hash %s, had hash %s", theirs, found);
        return trainer.train(data);
    }
}
