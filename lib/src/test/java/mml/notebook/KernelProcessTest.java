package mml.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dflib.jjava.jupyter.channels.Loop;
import org.junit.jupiter.api.Test;

class KernelProcessTest {
    @Test
    void itEndsWhenTheProcessThatStartedItHasEndedAndNotBefore() throws IOException, InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        String java = Path.of(System.getProperty("java.home"), "bin", "jshell").toString();
        Process starter =
                new ProcessBuilder(java, "-").redirectErrorStream(true).start();
        KernelProcess.endWith(starter.toHandle(), end::countDown);
        assertEquals(1, end.getCount());
        starter.getOutputStream().close();
        assertTrue(end.await(20, TimeUnit.SECONDS));
    }

    @Test
    void whatServesAClosedConnectionFailsInSilenceAndNothingElseDoes() throws Exception {
        Set<String> reported = ConcurrentHashMap.newKeySet();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> reported.add(thread.getName()));
        try {
            RuntimeException closed = messageLibraryFailure(new ClosedChannelException());
            CountDownLatch close = new CountDownLatch(1);
            List<Thread> serving = List.of(
                    new Loop("closed", 1, failing(close, closed)),
                    new Loop("lost", 1, failing(close, messageLibraryFailure(new IOException("disk")))),
                    new Loop("other", 1, failing(close, new IllegalStateException(closed.getCause()))),
                    new Thread(failing(close, closed), "elsewhere"));
            serving.forEach(Thread::start);
            KernelProcess.closeQuietly();
            close.countDown();
            for (Thread thread : serving) {
                thread.join();
            }
            assertEquals(Set.of("lost", "other", "elsewhere"), reported);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    private static Runnable failing(CountDownLatch close, RuntimeException failure) {
        return () -> {
            try {
                close.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            throw failure;
        };
    }

    /** JeroMQ is no dependency of the library's: the kernel brings it, under another package. */
    private static RuntimeException messageLibraryFailure(IOException cause) throws ReflectiveOperationException {
        return (RuntimeException) Class.forName("zmq.ZError$IOException")
                .getConstructor(IOException.class)
                .newInstance(cause);
    }

    @Test
    void itEndsSoonAfterTheConnectionIsClosedAndNotBefore() throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Thread serving = new Thread(() -> {
            try {
                closed.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        serving.start();
        KernelProcess.endAfter(serving, end::countDown);
        assertFalse(end.await(400, TimeUnit.MILLISECONDS));
        closed.countDown();
        assertTrue(end.await(5, TimeUnit.SECONDS));
    }
}
