package mml.data.download;

import java.io.IOException;

/** A file is not the one that was asked for, or was damaged; the sentence lacks the file's name, which the catcher knows. */
final class WrongHash extends IOException {
    private static final long serialVersionUID = 1;

    WrongHash(String sentence) {
        super(sentence);
    }
}
