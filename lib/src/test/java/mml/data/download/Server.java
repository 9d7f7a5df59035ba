package mml.data.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on this machine that gives one file, in as many ways as there are paths. */
final class Server implements AutoCloseable {
    private static final int PIECES = 10;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    Server(byte[] file) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        on("/right", exchange -> send(exchange, file, file.length, 0));
        on("/wrong", exchange -> send(exchange, new byte[] {1, 2, 3}, 3, 0));
        on("/cut", exchange -> send(exchange, Arrays.copyOf(file, file.length / 2), file.length, 0));
        on("/slow", exchange -> send(exchange, file, file.length, 30));
        on("/silent", exchange -> send(exchange, file, file.length, 30_000));
        on("/unmeasured", exchange -> send(exchange, file, 0, 0));
        on("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", at("/right").toString());
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
    }

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private void on(String path, Answer answer) {
        server.createContext(path, exchange -> {
            asked.add(path);
            answer.to(exchange);
        });
    }

    private static void send(HttpExchange exchange, byte[] bytes, long promised, long pauseMillis) throws IOException {
        exchange.sendResponseHeaders(200, promised);
        try (exchange) {
            OutputStream out = exchange.getResponseBody();
            for (int i = 0; i < PIECES; i++) {
                int from = bytes.length * i / PIECES;
                out.write(bytes, from, bytes.length * (i + 1) / PIECES - from);
                out.flush();
                Thread.sleep(pauseMillis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    URI at(String path) {
        return URI.create("http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort() + path);
    }

    /** Returns the paths that were asked for, in their order. */
    List<String> asked() {
        return asked;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
