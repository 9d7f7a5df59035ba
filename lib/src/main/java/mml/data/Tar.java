package mml.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads the files of a tar archive one after the other.
 *
 * <p>Each has a header of 512 bytes (name at 0, size in octal digits at 124, type at 156) and a body that is filled up to
 * a multiple of 512; a header of zeros ends the archive.
 *
 * <p>Source: POSIX.1-1988, section 10.1.1, extended tar format.
 */
final class Tar {
    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int SIZE = 124;
    private static final int SIZE_DIGITS = 12;
    private static final int TYPE = 156;

    private final InputStream in;
    private long left;
    private long filling;

    /**
     * Begins to read.
     *
     * @param in the archive, not compressed; stays open
     */
    Tar(InputStream in) {
        this.in = in;
    }

    /** One file: its path within the archive, and how many bytes it has. */
    record Entry(String name, long size) {}

    /**
     * Goes to the next file, past what was not read of the one before.
     *
     * @return the file, or null at the end of the archive
     * @throws IOException if the archive is cut short or is none
     */
    Entry next() throws IOException {
        while (true) {
            in.skipNBytes(left + filling);
            byte[] header = in.readNBytes(BLOCK);
            if (header.length < BLOCK) {
                throw new EOFException("the archive has no end");
            }
            if (header[0] == 0) {
                return null;
            }
            left = size(header);
            filling = (BLOCK - left % BLOCK) % BLOCK;
            // the files of old archives have type 0
            if (header[TYPE] == '0' || header[TYPE] == 0) {
                return new Entry(text(header, 0, NAME), left);
            }
        }
    }

    /**
     * Reads on in the file.
     *
     * @return how many bytes were read: as many as asked for, or fewer at the file's end
     */
    int read(byte[] into, int length) throws IOException {
        int count = in.readNBytes(into, 0, (int) Math.min(length, left));
        left -= count;
        return count;
    }

    private static long size(byte[] header) throws IOException {
        String digits = text(header, SIZE, SIZE_DIGITS).strip();
        if (!digits.matches("[0-7]+")) {
            throw new IOException("the archive is no tar file, or is corrupt");
        }
        return Long.parseLong(digits, 8);
    }

    private static String text(byte[] header, int from, int most) {
        int length = 0;
        while (length < most && header[from + length] != 0) {
            length++;
        }
        return new String(header, from, length, StandardCharsets.US_ASCII);
    }
}
