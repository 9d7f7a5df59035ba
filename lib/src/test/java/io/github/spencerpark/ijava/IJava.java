package io.github.spencerpark.ijava;

import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A stand-in for IJava, which is in no registry: the same name, the same way to the kernel, the same beginning and end, on the
 * base kernel that IJava is made of.
 */
public final class IJava {
    private static BaseKernel kernel;

    private IJava() {}

    /**
     * Returns the kernel that runs.
     *
     * @return null if none does
     */
    public static BaseKernel getKernelInstance() {
        return kernel;
    }

    /**
     * Makes a kernel the one that runs.
     *
     * @param running the kernel, or null for none
     */
    public static void run(BaseKernel running) {
        kernel = running;
    }

    /**
     * Serves one connection until it is closed, then ends the process.
     *
     * @param arguments the connection file
     * @throws Exception if there can be no connection
     */
    public static void main(String[] arguments) throws Exception {
        JupyterConnection connection =
                new JupyterConnection(KernelConnectionProperties.parse(Files.readString(Path.of(arguments[0]))));
        kernel = new ShellKernel();
        kernel.becomeHandlerForConnection(connection);
        connection.connect();
        connection.waitUntilClose();
        System.exit(0);
    }
}
