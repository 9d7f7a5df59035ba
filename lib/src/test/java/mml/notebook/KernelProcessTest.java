package mml.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
