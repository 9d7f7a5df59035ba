package mml.data.download;

import java.io.IOException;
import java.io.InputStream;

/**
 * Makes something of the bytes of a file. May be called a second time, with a sound copy, if the first proves damaged.
 *
 * @param <T> what is made of them
 */
@FunctionalInterface
public interface Reading<T> {
    /**
     * Reads a file.
     *
     * @param in its bytes; need not be read to their end, and must not be closed
     * @return what they hold
     * @throws IOException if they are not as they must be
     */
    T of(InputStream in) throws IOException;
}
