package mml.data.download;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Opens files that may be compressed with gzip, whatever they are called. */
public final class Gzip {
    private static final int MAGIC = 0x1f8b;
    private static final int BUFFER = 1 << 16;

    private Gzip() {}

    /**
     * Returns the content of a file.
     *
     * @param file its bytes, from the beginning; read ahead of what is asked for
     * @return the decompressed bytes, or the same if they are not compressed
     * @throws IOException if they cannot be read, or are compressed and end within their header
     */
    public static InputStream opened(InputStream file) throws IOException {
        BufferedInputStream in = new BufferedInputStream(file, BUFFER);
        in.mark(2);
        int start = in.read() << 8 | in.read();
        in.reset();
        return start == MAGIC ? new GZIPInputStream(in, BUFFER) : in;
    }
}
