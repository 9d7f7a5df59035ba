package mml.tribuo;

import static mml.tribuo.ConversionTest.assertRefused;

import java.util.List;
import mml.nn.model.Mlp;
import mml.train.optimiser.Schedule;
import org.junit.jupiter.api.Test;

class NotationTest {
    @Test
    void aTextOfAnUnknownClassOrOfNoLayerIsRefused() {
        assertRefused(
                "network needs the class \"mml.Nowhere\", which is not here",
                () -> Notation.read("network", "{\"class\": \"mml.Nowhere\"}", Notation.Architecture.class));
        assertRefused(
                "network must have a Architecture that is a record, had java.lang.Thread",
                () -> Notation.read("network", "{\"class\": \"java.lang.Thread\"}", Notation.Architecture.class));
        assertRefused("network must be JSON, was {", () -> Notation.read("network", "{", Notation.Architecture.class));
    }

    @Test
    void aTextWithAWrongOrMissingNumberIsRefused() {
        String constant = "{\"class\":\"mml.train.optimiser.Schedule$Constant\"%s}";
        for (String rate : List.of("", ",\"rate\":0.1", ",\"rate\":\"much\"")) {
            String text = String.format(constant, rate);
            assertRefused(
                    "schedule must be written by this version, was " + text,
                    () -> Notation.read("schedule", text, Schedule.class));
        }
        assertRefused(
                "schedule is refused: rate must be finite and positive, was -1.0",
                () -> Notation.read("schedule", String.format(constant, ",\"rate\":\"-1\""), Schedule.class));
    }

    @Test
    void aTextWithAMissingListIsRefused() {
        String text = Notation.write("network", Notation.Architecture.of(Mlp.of(2, 3)));
        for (String cut :
                List.of(text.replaceFirst("\"layers\":.*", "\"more\":[]}"), text.replaceFirst("\\[2\\]", "2"))) {
            assertRefused(
                    "network must be written by this version, was " + cut,
                    () -> Notation.read("network", cut, Notation.Architecture.class));
        }
    }
}
