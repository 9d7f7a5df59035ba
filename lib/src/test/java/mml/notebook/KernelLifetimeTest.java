package mml.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.dflib.jjava.jupyter.Extension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KernelLifetimeTest {
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger begun = new AtomicInteger();
    private final JJavaStandIn kernel = new JJavaStandIn();

    @AfterEach
    void shutDown() {
        kernel.onShutdown(false);
    }

    @Test
    void theNotebookBeginsWhenTheKernelHasStarted() {
        kernel.onStartup();
        lifetime().install(kernel);
        assertEquals(1, begun.get());
    }

    @Test
    void theProcessEndsSoonAfterAShutdownButNotBeforeItIsAnswered() throws InterruptedException {
        kernel.onStartup();
        lifetime().uninstall(kernel);
        assertFalse(end.await(50, TimeUnit.MILLISECONDS));
        assertTrue(end.await(5, TimeUnit.SECONDS));
    }

    @Test
    void withoutARunningKernelNothingHappens() throws InterruptedException {
        KernelLifetime lifetime = lifetime();
        lifetime.install(kernel);
        lifetime.uninstall(kernel);
        assertEquals(0, begun.get());
        assertFalse(end.await(400, TimeUnit.MILLISECONDS));
    }

    @Test
    void jjavaFindsItAsAService() {
        assertEquals(
                List.of(KernelLifetime.class),
                ServiceLoader.load(Extension.class).stream()
                        .map(ServiceLoader.Provider::type)
                        .toList());
    }

    private KernelLifetime lifetime() {
        return new KernelLifetime(begun::incrementAndGet, end::countDown);
    }
}
