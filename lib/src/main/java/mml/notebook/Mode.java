package mml.notebook;

import java.util.Map;

/** Who runs the notebook, as the environment tells. */
enum Mode {
    /** People look on: a claim that fails is one red line, a result that is late gives way to the stored one. */
    LIVE,
    /** Tests and exports ({@code MML_STRICT=1}): a claim that fails throws, and time has no limit. */
    STRICT,
    /** The stored results are made anew ({@code MML_REPRODUCE=1}); else as strict. */
    REPRODUCE;

    static Mode of(Map<String, String> environment) {
        if ("1".equals(environment.get("MML_REPRODUCE"))) {
            return REPRODUCE;
        }
        return "1".equals(environment.get("MML_STRICT")) ? STRICT : LIVE;
    }
}
