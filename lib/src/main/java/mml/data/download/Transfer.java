package mml.data.download;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import mml.math.Progress;
import mml.math.Workers;

/**
 * One download to one file. Another thread writes; the calling one looks after it, so that a server that falls
 * silent, or a stop, ends it.
 */
final class Transfer {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private static final int OK = 200;
    private static final long LOOK_MILLIS = 50;

    private final Duration patience;
    private final Progress progress;
    private final long began = System.nanoTime();

    private volatile long total;
    private volatile long done;
    private volatile long latest = began;
    private volatile IOException failure;

    /**
     * Prepares a download.
     *
     * @param patience how long the server may be silent
     * @param progress is told of bytes, if the server says how many there are
     */
    Transfer(Duration patience, Progress progress) {
        this.patience = patience;
        this.progress = progress;
    }

    /**
     * Downloads a file.
     *
     * @throws IOException that says why, if it did not come whole
     * @throws CancellationException if the thread was interrupted; its flag stays set
     */
    void run(URI from, Path to) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(from).timeout(patience).build();
        try (OutputStream out = Files.newOutputStream(to)) {
            // sendAsync would end in the common pool, which a caller in a parallel stream keeps from running
            FutureTask<HttpResponse<Void>> answer =
                    new FutureTask<>(() -> CLIENT.send(request, info -> body(info, out)));
            Thread thread = new Thread(answer, "download");
            thread.setDaemon(true);
            thread.start();
            try {
                await(answer);
            } finally {
                answer.cancel(true);
            }
        }
    }

    private BodySubscriber<Void> body(ResponseInfo info, OutputStream out) {
        if (info.statusCode() != OK) {
            return BodySubscribers.discarding();
        }
        total = info.headers().firstValueAsLong("content-length").orElse(0);
        latest = System.nanoTime();
        return BodySubscribers.ofByteArrayConsumer(bytes -> bytes.ifPresent(some -> write(some, out)));
    }

    /** Keeps a failure for the calling thread: thrown here, it would be lost in the client. */
    private void write(byte[] bytes, OutputStream out) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            failure = e;
        }
        done += bytes.length;
        latest = System.nanoTime();
    }

    private void await(Future<HttpResponse<Void>> answer) throws IOException {
        boolean isOver = false;
        while (!isOver) {
            Workers.pollStop();
            isOver = look(answer);
            if (failure != null) {
                throw failure;
            }
            if (total > 0) {
                progress.report(Math.min(done, total), total, seconds(began));
            }
        }
    }

    private boolean look(Future<HttpResponse<Void>> answer) throws IOException {
        try {
            int status = answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS).statusCode();
            if (status != OK) {
                throw new IOException("HTTP status " + status);
            }
            return true;
        } catch (TimeoutException e) {
            if (seconds(latest) > patience.toNanos() / 1e9) {
                throw new IOException(
                        String.format(Locale.ROOT, "silent for %.1f s after %d bytes", seconds(latest), done));
            }
            return false;
        } catch (ExecutionException e) {
            throw new IOException(reason(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("stopped");
        }
    }

    private static String reason(Throwable e) {
        // what the client says of it is empty
        boolean isOffline = e instanceof ConnectException;
        return isOffline
                ? "no connection"
                : e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
