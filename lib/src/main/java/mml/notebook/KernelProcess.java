package mml.notebook;

import java.util.Locale;
import java.util.Optional;

/** The process of the kernel, whichever it is: it must not outlive the one that started it, which neither kernel sees to. */
final class KernelProcess {
    private KernelProcess() {}

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
