package mml.tribuo;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps Tribuo and XGBoost from printing a line for every batch and every tree, unless somebody has asked for their lines by
 * setting the level of their loggers.
 */
final class Quiet {
    /** Held here, since Java forgets a logger that nobody holds, and its level with it. */
    private static final List<Logger> LOGGERS =
            List.of(Logger.getLogger("org.tribuo"), Logger.getLogger("com.oracle.labs"), Logger.getLogger("ml.dmlc"));

    static {
        LOGGERS.stream().filter(logger -> logger.getLevel() == null).forEach(logger -> logger.setLevel(Level.WARNING));
    }

    private Quiet() {}

    /** Sees to it; costs nothing from the second call. */
    static void please() {
        // the class has been initialised by this call
    }
}
