package mml.notebook;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/**
 * Ends the kernel's process when it has nothing left to do: JJava alone stays alive after a shutdown, and after the server
 * that started it is gone.
 *
 * <p>JJava finds this class as a service on its class path; no other class refers to it, or to JJava. In a process whose
 * kernel is not running it does nothing.
 */
public final class KernelLifetime implements Extension {
    /** Long enough to answer the request for a shutdown, short enough for the whole to stay far below a second. */
    private static final long ANSWER_MILLIS = 200;

    private final Supplier<Optional<ProcessHandle>> starter;
    private final Runnable begin;
    private final Runnable end;

    /** Makes the extension for the process that it runs in. */
    public KernelLifetime() {
        this(KernelLifetime::starter, Notebook::start, KernelLifetime::halt);
    }

    KernelLifetime(Supplier<Optional<ProcessHandle>> starter, Runnable begin, Runnable end) {
        this.starter = starter;
        this.begin = begin;
        this.end = end;
    }

    /**
     * Lets the process end with the one that started it, and teaches the kernel to show the library's values.
     *
     * @param kernel the kernel that has started
     */
    @Override
    public void install(BaseKernel kernel) {
        if (isRunning(kernel)) {
            starter.get().ifPresent(process -> process.onExit().thenRun(end));
            begin.run();
        }
    }

    /**
     * Lets the process end once the request for a shutdown has been answered.
     *
     * @param kernel the kernel that is shut down
     */
    @Override
    public void uninstall(BaseKernel kernel) {
        if (isRunning(kernel)) {
            Thread last = new Thread(this::endSoon, "mml shutdown");
            last.setDaemon(true);
            last.start();
        }
    }

    private void endSoon() {
        try {
            TimeUnit.MILLISECONDS.sleep(ANSWER_MILLIS);
        } catch (InterruptedException e) {
            // whoever interrupts wants the end at once
        }
        end.run();
    }

    private static boolean isRunning(BaseKernel kernel) {
        try {
            return BaseKernel.notebookKernel() == kernel;
        } catch (NullPointerException none) {
            return false;
        }
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
    private static void halt() {
        Runtime.getRuntime().halt(0);
    }
}
