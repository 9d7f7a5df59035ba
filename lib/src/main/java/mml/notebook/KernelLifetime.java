package mml.notebook;

import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/**
 * Begins and ends the notebook with JJava: teaches the kernel as soon as it has started, and ends the process after a shutdown,
 * which JJava alone does not.
 *
 * <p>JJava finds this class as a service on its class path; no other class refers to it, or to JJava. In a process whose
 * kernel is not running it does nothing.
 */
public final class KernelLifetime implements Extension {
    private final Runnable begin;
    private final Runnable end;

    /** Makes the extension for the process that it runs in. */
    public KernelLifetime() {
        this(Notebook::start, KernelProcess::halt);
    }

    KernelLifetime(Runnable begin, Runnable end) {
        this.begin = begin;
        this.end = end;
    }

    /**
     * Teaches the kernel to show the library's values, and lets its process end with the one that started it.
     *
     * @param kernel the kernel that has started
     */
    @Override
    public void install(BaseKernel kernel) {
        if (isRunning(kernel)) {
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
            KernelProcess.closeQuietly();
            KernelProcess.endSoon(end);
        }
    }

    private static boolean isRunning(BaseKernel kernel) {
        try {
            return BaseKernel.notebookKernel() == kernel;
        } catch (NullPointerException none) {
            return false;
        }
    }
}
