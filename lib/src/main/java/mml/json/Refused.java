package mml.json;

/** Says what is wrong in a text of JSON, and where. */
public final class Refused extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /** Where in the text. */
    private final int line;

    Refused(int line, String sentence, Throwable cause) {
        this("line " + line + ": " + sentence, line, cause);
    }

    private Refused(String message, int line, Throwable cause) {
        super(message, cause);
        this.line = line;
    }

    /**
     * Returns the same with the name of a file before it.
     *
     * @param file how it is called
     * @return what is to be thrown
     */
    public Refused in(String file) {
        return new Refused(file + ", " + getMessage(), line, this);
    }

    /**
     * Returns the line.
     *
     * @return counted from 1
     */
    public int line() {
        return line;
    }
}
