package mml.notebook;

import java.nio.channels.ClosedChannelException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The process of the kernel, whichever it is. It must not outlive the one that started it, which neither kernel sees to, nor
 * its last request: JJava's process goes on without end, IJava's until the cell that runs gives way.
 */
final class KernelProcess {
    /** Long enough to answer the request for a shutdown, short enough for the whole to stay far below a second. */
    private static final long ANSWER_MILLIS = 200;

    /** IJava serves its connection by threads of this type, which live until it is closed. */
    private static final String SERVING = "io.github.spencerpark.jupyter.channels.Loop";

    /** JJava's do; each looks into its socket many times a second, until it sees that it is to end. */
    private static final String SERVING_JJAVA = "org.dflib.jjava.jupyter.channels.Loop";

    private KernelProcess() {}

    /** Lets this process end soon after IJava's connection has been closed; does nothing with another kernel. */
    static void endWithConnection() {
        Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getClass().getName().equals(SERVING))
                .forEach(thread -> endAfter(thread, KernelProcess::halt));
    }

    /**
     * Lets JJava close its connection without a stack trace. It closes every socket at once, by another thread than the one that
     * serves it; if that one is just looking, it fails in the message library on a channel that is closed. Nothing is lost by
     * then: the last request has been answered, or is about to be by the thread that closes.
     */
    static void closeQuietly() {
        Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getClass().getName().equals(SERVING_JJAVA))
                .forEach(thread -> thread.setUncaughtExceptionHandler(KernelProcess::report));
    }

    private static void report(Thread thread, Throwable failure) {
        boolean isOfTheLibrary = failure.getClass().getName().endsWith("zmq.ZError$IOException");
        if (!(isOfTheLibrary && failure.getCause() instanceof ClosedChannelException)) {
            thread.getThreadGroup().uncaughtException(thread, failure);
        }
    }

    static void endAfter(Thread serving, Runnable end) {
        inBackground(serving::join, () -> endSoon(end));
    }

    static void endSoon(Runnable end) {
        inBackground(() -> TimeUnit.MILLISECONDS.sleep(ANSWER_MILLIS), end);
    }

    /** Something that is waited for. */
    private interface Event {
        void await() throws InterruptedException;
    }

    private static void inBackground(Event event, Runnable end) {
        Thread last = new Thread(
                () -> {
                    try {
                        event.await();
                    } catch (InterruptedException e) {
                        // whoever interrupts wants the end at once
                    }
                    end.run();
                },
                "mml shutdown");
        last.setDaemon(true);
        last.start();
    }

    /** Lets this process end with the one that started it. */
    static void endWithStarter() {
        starter().ifPresent(starter -> endWith(starter, KernelProcess::halt));
    }

    static void endWith(ProcessHandle starter, Runnable end) {
        starter.onExit().thenRun(end);
    }

    /**
     * Returns the process that started this one. Jupyter tells its number, which is better than the parent: the parent of a
     * process whose starter is already gone is another one, that lives on. (On Windows Jupyter tells something else.)
     */
    private static Optional<ProcessHandle> starter() {
        String told = System.getenv("JPY_PARENT_PID");
        boolean isWindows =
                System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        if (told == null || !told.matches("[0-9]{1,18}") || isWindows) {
            return ProcessHandle.current().parent();
        }
        Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(told));
        if (process.isEmpty()) {
            halt();
        }
        return process;
    }

    /** Hooks are not run: one that waits would keep the process. */
    static void halt() {
        Runtime.getRuntime().halt(0);
    }
}
