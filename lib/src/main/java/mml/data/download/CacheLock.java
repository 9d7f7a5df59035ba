package mml.data.download;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one download at a time into a folder: of all threads, and of all processes. */
final class CacheLock {
    /** A file's lock keeps out other processes only. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final FileChannel channel;

    private CacheLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits for the others and keeps them out.
     *
     * @throws IOException if the folder cannot be written to
     * @throws CancellationException if the thread was interrupted; its flag stays set
     */
    static CacheLock of(Path folder) throws IOException {
        try {
            THREADS.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("stopped");
        }
        FileChannel channel = null;
        try {
            Files.createDirectories(folder);
            // it stays: another process may be waiting for it
            Path file = folder.resolve(".lock");
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.lock();
            return new CacheLock(channel);
        } catch (IOException e) {
            new CacheLock(channel).close();
            if (e instanceof FileLockInterruptionException) {
                throw new CancellationException("stopped");
            }
            throw unwritable(folder, e);
        }
    }

    /** Returns the refusal of a folder that cannot be written to. */
    static IOException unwritable(Path folder, IOException reason) {
        return new IOException(
                "cannot write to the folder for downloads, " + folder + " (" + reason
                        + "); the environment variable MML_DATA names another",
                reason);
    }

    /** Lets the next one in. */
    void close() throws IOException {
        try {
            if (channel != null) {
                channel.close();
            }
        } finally {
            THREADS.unlock();
        }
    }
}
