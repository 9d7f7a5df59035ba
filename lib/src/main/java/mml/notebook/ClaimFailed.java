package mml.notebook;

/** Says which claim of a notebook does not hold; thrown in tests and exports, never in front of people. */
public final class ClaimFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    ClaimFailed(String line) {
        super(line);
    }
}
