package mml.math;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file whole or not at all: beside its place, then moved there in one step; and looks whether one can be read. */
public final class WholeFile {
    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes everything.
         *
         * @param out where to
         * @throws IOException if it cannot be written
         */
        void to(OutputStream out) throws IOException;
    }

    /** Makes a file. */
    @FunctionalInterface
    public interface Making {
        /**
         * Makes the whole file.
         *
         * @param beside where; may be there from a process that was killed, and is to be overwritten
         * @throws IOException if it cannot be made, or is not as it must be
         */
        void at(Path beside) throws IOException;
    }

    private WholeFile() {}

    /**
     * Returns a file that is there and may be read.
     *
     * @param file where it should be
     * @return the same path
     * @throws IOException if nothing is there, it is a folder, or it may not be read; the sentence names it, as those of the
     *     system do not
     */
    public static Path readable(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException("there is no file " + file);
        } else if (Files.isDirectory(file)) {
            throw new IOException(file + " must be a file, is a folder");
        } else if (!Files.isReadable(file)) {
            throw new IOException(file + " must be readable, access is denied");
        }
        return file;
    }

    /**
     * Writes a text in UTF-8.
     *
     * @param target the file, replaced if it exists; folders that are missing are made
     * @param text its content
     * @throws IOException if it cannot be written; what was there is as it was
     */
    public static void write(Path target, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        write(target, out -> out.write(bytes));
    }

    /**
     * Writes a file.
     *
     * @param target the file, replaced if it exists; folders that are missing are made
     * @param content writes its content
     * @throws IOException if it cannot be written; what was there is as it was
     */
    public static void write(Path target, Content content) throws IOException {
        make(target, beside -> {
            try (FileChannel channel = FileChannel.open(
                    beside,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                content.to(Channels.newOutputStream(channel));
                // on the disk before it takes the place of what was there: a power cut loses neither
                channel.force(true);
            }
        });
    }

    /**
     * Makes a file beside its place, and moves it there.
     *
     * @param target the file, replaced if it exists; folders that are missing are made
     * @param making makes the file, and looks at it if it needs to
     * @throws IOException if it cannot be made; what was there is as it was
     */
    public static void make(Path target, Making making) throws IOException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        String name = "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp";
        Path beside = target.resolveSibling(name);
        try {
            making.at(beside);
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
