package mml.seminar.rota;

import java.util.List;

/** Says that there is no rota, and which requirements clash; or that none was found. */
public final class NoRota extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Sentences that cannot all be true. */
    private final String[] clash;

    private NoRota(String message, List<String> clash) {
        super(message);
        this.clash = clash.toArray(String[]::new);
    }

    static NoRota clashing(List<String> clash) {
        return new NoRota("there is no rota, as these cannot all hold:\n- " + String.join("\n- ", clash), clash);
    }

    static NoRota notFound(long failures) {
        return new NoRota(
                "no rota was found after " + failures
                        + " dead ends; there may be one: allow more failures, or try another seed",
                List.of());
    }

    /**
     * Returns requirements that cannot all hold, while any of them might be dropped as far as was found out.
     *
     * @return one sentence a requirement; empty if it is not known that there is no rota
     */
    public List<String> clash() {
        return List.of(clash);
    }
}
