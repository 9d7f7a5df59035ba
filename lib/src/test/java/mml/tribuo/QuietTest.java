package mml.tribuo;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.tribuo.Trainer;

class QuietTest {
    @Test
    void linesOfTribuoAreLeftOutAndWarningsStay() {
        Classifier.logisticRegression(1);
        Logger logger = Logger.getLogger(Trainer.class.getName());
        assertFalse(logger.isLoggable(Level.INFO));
        assertTrue(logger.isLoggable(Level.WARNING));
    }
}
