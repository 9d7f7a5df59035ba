package mml.data.download;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import mml.math.Check;
import mml.math.Progress;
import mml.math.WholeFile;

/**
 * The folder of downloaded files. A file is verified whenever it is read; one that is missing or damaged is downloaded,
 * mirror after mirror, and takes its place only when it is whole and has the right hash.
 *
 * <p>Threads and processes may read the same file at once: one downloads it, the others wait and read what it got.
 *
 * @param folder where files are kept; made when the first is downloaded
 * @param patience how long a server may be silent before the next is tried; positive
 */
public record Cache(Path folder, Duration patience) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * Checks the patience.
     *
     * @throws IllegalArgumentException unless it is positive
     */
    public Cache {
        Check.that(!patience.isNegative() && !patience.isZero(), "patience must be positive, was %s", patience);
    }

    /**
     * Returns the cache of this user: the folder that the environment variable {@code MML_DATA} names, else {@code mml} in
     * the cache folder of the system.
     *
     * @return it; nothing is written yet
     */
    public static Cache ofUser() {
        Path home = Path.of(System.getProperty("user.home"));
        return new Cache(folder(System.getProperty("os.name"), System.getenv(), home), PATIENCE);
    }

    /** Where a user of a system keeps downloads; a variable that is blank counts as not set. */
    static Path folder(String system, Map<String, String> variables, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        Path caches;
        if (name.startsWith("windows")) {
            caches = variable("LOCALAPPDATA", variables).orElse(home.resolve("AppData/Local"));
        } else if (name.startsWith("mac")) {
            caches = home.resolve("Library/Caches");
        } else {
            caches = variable("XDG_CACHE_HOME", variables).orElse(home.resolve(".cache"));
        }
        return variable("MML_DATA", variables).orElse(caches.resolve("mml"));
    }

    private static Optional<Path> variable(String name, Map<String, String> variables) {
        return Optional.ofNullable(variables.get(name))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }

    /**
     * Reads a file, from this machine if it is there, else from the network.
     *
     * @param file which one
     * @param reading makes something of its bytes
     * @param progress is told of the bytes of a download, for each mirror anew
     * @param <T> what is made of them
     * @return what the reading returned for the right bytes
     * @throws IOException if no mirror gives the right file (says what to fetch by hand, and where to put it), the cache
     *     cannot be written to, or the reading refuses the file
     * @throws CancellationException if the thread was interrupted; its flag stays set, and nothing is left of the download
     */
    public <T> T read(RemoteFile file, Reading<T> reading, Progress progress) throws IOException {
        List<String> tried = new ArrayList<>();
        try {
            Optional<Found<T>> found = onDisk(file, reading, tried);
            if (found.isPresent()) {
                return found.get().value;
            }
            fetch(file, tried, progress);
            // not while others are kept out: the reading may want another file
            return file.hash().read(place(file), reading);
        } catch (ClosedByInterruptException e) {
            throw new CancellationException("stopped");
        }
    }

    /** What a reading returned, which may be null. */
    private record Found<T>(T value) {}

    private <T> Optional<Found<T>> onDisk(RemoteFile file, Reading<T> reading, List<String> tried) throws IOException {
        List<Path> places = Stream.concat(file.copies().stream(), Stream.of(place(file)))
                .filter(Files::isRegularFile)
                .toList();
        for (Path place : places) {
            try {
                return Optional.of(new Found<>(file.hash().read(WholeFile.readable(place), reading)));
            } catch (WrongHash e) {
                tried.add(place + " " + e.getMessage());
            }
        }
        return Optional.empty();
    }

    private void fetch(RemoteFile file, List<String> tried, Progress progress) throws IOException {
        CacheLock lock = CacheLock.of(folder);
        try {
            // another may have been first
            if (!isSound(file)) {
                sweep(place(file));
                download(file, tried, progress);
            }
        } catch (FileSystemException e) {
            // another mirror would not help
            throw CacheLock.unwritable(folder, e);
        } finally {
            lock.close();
        }
    }

    private boolean isSound(RemoteFile file) throws IOException {
        try {
            if (Files.isRegularFile(place(file))) {
                file.hash().require(place(file));
                return true;
            }
        } catch (WrongHash e) {
            // told already, when it was to be read
        }
        return false;
    }

    private void download(RemoteFile file, List<String> tried, Progress progress) throws IOException {
        for (URI mirror : file.mirrors()) {
            if (isDownloaded(file, mirror, progress, tried)) {
                return;
            }
        }
        throw new IOException(file.name() + " could not be had: fetch "
                + file.mirrors().get(0) + " by hand and put it at " + place(file) + " (tried: "
                + String.join("; ", tried) + ")");
    }

    private boolean isDownloaded(RemoteFile file, URI mirror, Progress progress, List<String> tried)
            throws FileSystemException {
        try {
            WholeFile.make(place(file), beside -> {
                new Transfer(patience, progress).run(mirror, beside);
                file.hash().require(beside);
            });
            return true;
        } catch (WrongHash e) {
            tried.add(mirror + " " + e.getMessage());
            return false;
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            tried.add(mirror + ": " + e.getMessage());
            return false;
        }
    }

    /** Removes what downloads of processes that were killed left behind; no other is under way. */
    private static void sweep(Path place) throws IOException {
        Files.createDirectories(place.getParent());
        try (DirectoryStream<Path> left =
                Files.newDirectoryStream(place.getParent(), "." + place.getFileName() + ".*.tmp")) {
            for (Path one : left) {
                Files.delete(one);
            }
        }
    }

    private Path place(RemoteFile file) {
        return folder.resolve(file.name());
    }
}
