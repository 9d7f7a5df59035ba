package mml.notebook.results;

/** Says in one sentence why a stored result cannot be shown. */
public final class Unusable extends Exception {
    private static final long serialVersionUID = 1;

    Unusable(String sentence) {
        super(sentence);
    }

    Unusable(String sentence, Exception cause) {
        super(sentence, cause);
    }
}
