package mml.landscape.point;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import mml.math.Check;

/**
 * The file of one surface, or of one curve, to which every point is added when it is done: a killed process loses the points
 * under work, and no other.
 *
 * <p>The file is text, a line a point, and each line ends with its CRC-32. What stands behind the last line feed is a line that
 * was torn when a process was killed: it is dropped when the file is opened. A damaged line anywhere else is no trace of that:
 * the file is refused, untouched, with the line's number; without that line it can be used. One process at a time may write.
 *
 * <p>If the disk is full, the file ends with the last point that was written whole, and the surface stops: what it has
 * computed is in the file but for the points under work, and it can go on when there is room.
 */
public final class SurfaceFile implements AutoCloseable {
    /** The lock is on a byte that no surface reaches, so that others may read on systems where a lock keeps them out. */
    private static final long LOCKED = Long.MAX_VALUE - 1;

    /** What a surface is written on; the disk, save in tests. */
    interface Disk extends AutoCloseable {
        void append(byte[] bytes) throws IOException;

        /** Makes the file as short as that, and goes on from there. */
        void cut(long length) throws IOException;

        @Override
        void close() throws IOException;
    }

    private final Path path;
    private final Disk disk;
    private final Points points;
    /** How many bytes of the file are whole lines. */
    private long whole;

    SurfaceFile(Path path, Disk disk, Points points, long whole) {
        this.path = path;
        this.disk = disk;
        this.points = points;
        this.whole = whole;
    }

    /**
     * What a file holds.
     *
     * @param about what the surface is made of
     * @param points what each of its points has come to
     */
    public record Content(Provenance about, Points points) {
        /**
         * Returns it as it would stand in a file.
         *
         * @return the header, and a line for each point that is not waiting
         */
        public String text() {
            return SurfaceText.of(about, points);
        }
    }

    /**
     * Opens the file of a surface to go on with it, or begins one.
     *
     * @param path where it is or will be; folders that are missing are made
     * @param about what the surface is made of
     * @return the file, which nobody else can open until it is closed
     * @throws IllegalArgumentException if there is something else, a file of another version or of another surface, or one that is
     *     damaged; it is untouched
     * @throws IllegalStateException if the file is being written already
     * @throws UncheckedIOException if it cannot be read or written
     */
    public static SurfaceFile open(Path path, Provenance about) {
        Check.that(!Files.isDirectory(path), "surface file must be a file, %s is a folder", path);
        LockedFile disk = null;
        try {
            Path folder = path.toAbsolutePath().getParent();
            if (!Files.isDirectory(folder)) { // which it is if it is a link to one, that JDK 17 would refuse
                Files.createDirectories(folder);
            }
            disk = LockedFile.of(path);
            return opened(path, about, disk);
        } catch (IOException e) {
            close(disk, e);
            throw new UncheckedIOException("surface file " + path + " cannot be opened: " + e, e);
        } catch (RuntimeException e) {
            close(disk, e);
            throw e;
        }
    }

    private static SurfaceFile opened(Path path, Provenance about, LockedFile disk) throws IOException {
        String text = disk.text();
        Optional<SurfaceText.Content> content = content(path, text, about);
        if (content.isEmpty()) {
            byte[] header = SurfaceText.header(about).getBytes(StandardCharsets.UTF_8);
            disk.cut(0);
            disk.append(header);
            return new SurfaceFile(path, disk, Points.waiting(about.scores(), about.count()), header.length);
        }
        String lines = text.substring(0, content.get().whole());
        long whole = lines.getBytes(StandardCharsets.UTF_8).length;
        disk.cut(whole);
        return new SurfaceFile(path, disk, content.get().points(), whole);
    }

    /** Returns what a text holds; empty if it has not even this surface's header, as a process was killed while it wrote that. */
    private static Optional<SurfaceText.Content> content(Path path, String text, Provenance about) {
        if (SurfaceText.header(about).startsWith(text)) {
            return Optional.empty();
        }
        SurfaceText.Content content = SurfaceText.read(name(path), text);
        requireSame(path, content.about(), about);
        return Optional.of(content);
    }

    private static void requireSame(Path path, Provenance found, Provenance about) {
        found.difference(about, EnumSet.allOf(Provenance.Part.class)).ifPresent(difference -> {
            throw new IllegalArgumentException(String.format(
                    "%s is of another %s: its %s is %s, this one's %s",
                    name(path),
                    about.axes().size() == 1 ? "curve" : "surface",
                    difference.what(),
                    difference.one(),
                    difference.other()));
        });
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static void close(LockedFile disk, Exception because) {
        try {
            if (disk != null) {
                disk.close();
            }
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }

    /**
     * Reads a file, also one that is being written.
     *
     * @param path where it is
     * @return what it holds so far
     * @throws IllegalArgumentException if it is no surface file, of another version, or damaged
     * @throws UncheckedIOException if it does not exist or cannot be read
     */
    public static Content read(Path path) {
        return parse(name(path), text(path));
    }

    /**
     * Reads what {@link Content#text} has written.
     *
     * @param text header and points, all of it: a last line counts without its line feed, too
     * @return what it holds
     * @throws IllegalArgumentException if it is no such text, of another version, or damaged
     */
    public static Content of(String text) {
        Check.given("text", text);
        return parse("text", text.endsWith("\n") ? text : text + "\n");
    }

    private static Content parse(String name, String text) {
        SurfaceText.Content content = SurfaceText.read(name, text);
        return new Content(content.about(), content.points());
    }

    private static String text(Path path) {
        Check.that(!Files.isDirectory(path), "surface file must be a file, %s is a folder", path);
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            return LockedFile.text(file);
        } catch (IOException e) {
            throw new UncheckedIOException("surface file " + path + " cannot be read: " + e, e);
        }
    }

    /**
     * Reads the points of a surface from its file, if there is one; the file may be in use.
     *
     * @param path where it is or will be
     * @param about what the surface is made of
     * @return the points; empty if there is no file yet
     * @throws IllegalArgumentException if {@link #open} would refuse it
     * @throws UncheckedIOException if it cannot be read
     */
    public static Optional<Points> peek(Path path, Provenance about) {
        return Files.exists(path)
                ? content(path, text(path), about).map(SurfaceText.Content::points)
                : Optional.empty();
    }

    /**
     * Returns the points that were in the file when it was opened.
     *
     * @return the points
     */
    public Points points() {
        return points;
    }

    /**
     * Adds a point. When this returns, the point outlasts the process.
     *
     * @param index the point's number, from 0
     * @param outcome what it came to
     * @throws UncheckedIOException if it cannot be written; what was written before is whole
     */
    public void keep(int index, Outcome outcome) {
        byte[] line = SurfaceText.line(index, outcome).getBytes(StandardCharsets.UTF_8);
        try {
            disk.append(line);
            whole += line.length;
        } catch (IOException e) {
            cutAfter(e);
            throw new UncheckedIOException(
                    "surface file " + path + " cannot be written: " + e.getMessage()
                            + "; what was written is whole, and the surface can go on from there",
                    e);
        }
    }

    private void cutAfter(IOException failure) {
        try {
            disk.cut(whole);
        } catch (IOException e) {
            // the torn line is dropped when the file is opened
            failure.addSuppressed(e);
        }
    }

    /**
     * Lets others open the file.
     *
     * @throws UncheckedIOException if the disk fails
     */
    @Override
    public void close() {
        try {
            disk.close();
        } catch (IOException e) {
            throw new UncheckedIOException("surface file " + path + " cannot be closed: " + e, e);
        }
    }

    /** A file that one process writes. Not a channel: a Stop would close that, and lose the points that are done. */
    private static final class LockedFile implements Disk {
        private final RandomAccessFile file;

        private LockedFile(RandomAccessFile file) {
            this.file = file;
        }

        static LockedFile of(Path path) throws IOException {
            RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
            try {
                FileLock lock = file.getChannel().tryLock(LOCKED, 1, false);
                if (lock != null) {
                    return new LockedFile(file);
                }
            } catch (OverlappingFileLockException e) {
                file.close();
                throw new IllegalStateException(path + " is being written by another surface of this process", e);
            } catch (IOException e) {
                file.close();
                throw e;
            }
            file.close();
            throw new IllegalStateException(path + " is being written by another process");
        }

        String text() throws IOException {
            return text(file);
        }

        static String text(RandomAccessFile file) throws IOException {
            byte[] bytes = new byte[Math.toIntExact(file.length())];
            file.seek(0);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }

        @Override
        public void append(byte[] bytes) throws IOException {
            file.write(bytes);
        }

        @Override
        public void cut(long length) throws IOException {
            file.setLength(length);
            file.seek(length);
        }

        @Override
        public void close() throws IOException {
            // a power cut must not take what was said to be kept
            try (file) {
                file.getFD().sync();
            }
        }
    }
}
