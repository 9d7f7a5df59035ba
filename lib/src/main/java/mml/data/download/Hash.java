package mml.data.download;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipException;
import mml.math.Check;

/**
 * What a file is known by: the SHA-256 of its bytes, or of its content, which is the same however it was compressed.
 *
 * @param sha256 64 hexadecimal digits, in lower case
 * @param of which bytes it belongs to; those are the ones that are read, too
 */
public record Hash(String sha256, Of of) {
    /** Which bytes have the hash. */
    public enum Of {
        /** Those of the file as it is. */
        FILE,
        /** Those that are left when gzip, if it was used, is undone. */
        CONTENT
    }

    /**
     * Checks the form of the hash.
     *
     * @throws IllegalArgumentException if it has not 64 hexadecimal digits in lower case, or the choice of bytes is null
     */
    public Hash {
        Check.that(
                sha256.matches("[0-9a-f]{64}"), "sha256 must be 64 hexadecimal digits in lower case, was %s", sha256);
        Check.chosen("of", of, Of.values());
    }

    /**
     * Reads a file and verifies it in the same pass.
     *
     * @throws WrongHash if it is damaged, whatever the reading made of it
     * @throws IOException if it cannot be read, or the reading refuses a sound file
     */
    <T> T read(Path file, Reading<T> reading) throws IOException {
        try {
            return pass(file, reading);
        } catch (WrongHash | CancellationException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // if the file is damaged, that is the reason for whatever went wrong
            require(file);
            throw e;
        }
    }

    /** Refuses a file with another hash. */
    void require(Path file) throws IOException {
        try {
            pass(file, in -> null);
        } catch (EOFException | ZipException e) {
            throw new WrongHash("is cut short or corrupt");
        }
    }

    private <T> T pass(Path file, Reading<T> reading) throws IOException {
        MessageDigest digest = digest();
        T result;
        try (InputStream bytes = Files.newInputStream(file);
                InputStream in = new DigestInputStream(of == Of.CONTENT ? Gzip.opened(bytes) : bytes, digest)) {
            result = reading.of(in);
            in.transferTo(OutputStream.nullOutputStream());
        }
        String found = HexFormat.of().formatHex(digest.digest());
        if (!found.equals(sha256)) {
            throw new WrongHash("must have the SHA-256 " + sha256 + ", had " + found);
        }
        return result;
    }

    /**
     * Returns what computes a SHA-256.
     *
     * @return a new digest
     */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
