package mml.notebook;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The kernel that runs, JJava or IJava, met by reflection: both have the same methods, under different packages.
 *
 * <p>Outputs are sent by a thread of their own, which nobody interrupts: a Stop that met the thread of the cell while it was
 * writing to the kernel's socket would end in an error of the socket's and tear the message.
 */
final class JupyterKernel implements Kernel {
    private static final ExecutorService SENDER = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "mml outputs");
        thread.setDaemon(true);
        return thread;
    });

    private final Object kernel;
    private final Object stream;
    private final Class<?> bundle;

    /**
     * Makes the adapter.
     *
     * @param kernel a JJava or IJava kernel
     * @throws IllegalStateException if it lacks what both have
     */
    JupyterKernel(Object kernel) {
        this(
                kernel,
                method(call(kernel, "getRenderer"), "render", Object.class).getReturnType(),
                field(call(kernel, "getIO"), "display"));
    }

    private JupyterKernel(Object kernel, Class<?> bundle, Object stream) {
        this.kernel = kernel;
        this.bundle = bundle;
        this.stream = stream;
    }

    /**
     * Finds the kernel that runs in this process.
     *
     * @return nothing if there is none
     */
    static Optional<Kernel> running() {
        return Stream.of(
                        kernelOf("org.dflib.jjava.jupyter.kernel.BaseKernel", "notebookKernel"),
                        kernelOf("io.github.spencerpark.ijava.IJava", "getKernelInstance"))
                .flatMap(Optional::stream)
                .<Kernel>map(JupyterKernel::new)
                .findFirst();
    }

    private static Optional<Object> kernelOf(String type, String method) {
        try {
            return Optional.ofNullable(Class.forName(type).getMethod(method).invoke(null));
        } catch (ClassNotFoundException | InvocationTargetException notRunning) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " must have a public static method " + method, e);
        }
    }

    @Override
    public void show(Output output) {
        send(() -> call(stream, "display", filled(output)));
    }

    @Override
    public void show(Output output, String id) {
        Object data = filled(output);
        call(data, "setDisplayId", id);
        send(() -> call(stream, "display", data));
    }

    @Override
    public void replace(String id, Output output) {
        send(() -> call(stream, "updateDisplay", id, filled(output)));
    }

    /** The kernel takes its stream from the cell at its end; one of our own keeps it, and with it whose answer this is. */
    @Override
    public Kernel here() {
        try {
            Field cell = stream.getClass().getDeclaredField("env");
            cell.setAccessible(true);
            Object own = stream.getClass().getConstructor().newInstance();
            cell.set(own, cell.get(stream));
            return new JupyterKernel(kernel, bundle, own);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    stream.getClass() + " must have a field env and a constructor without arguments", e);
        }
    }

    @Override
    public boolean isLive() {
        return true;
    }

    @Override
    public void register(Class<?> type, Function<Object, Output> rendering) {
        Object registration = call(call(kernel, "getRenderer"), "createRegistration", type);
        Class<?> function = Arrays.stream(registration.getClass().getMethods())
                .filter(method -> method.getName().equals("register"))
                .findFirst()
                .orElseThrow()
                .getParameterTypes()[0];
        call(
                registration,
                "register",
                Proxy.newProxyInstance(
                        function.getClassLoader(), new Class<?>[] {function}, (self, method, arguments) -> {
                            fill(call(arguments[1], "getOutputContainer"), rendering.apply(arguments[0]));
                            return null;
                        }));
    }

    private Object filled(Output output) {
        try {
            Object data = bundle.getConstructor().newInstance();
            fill(data, output);
            return data;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(bundle + " must have a public constructor without arguments", e);
        }
    }

    private static void fill(Object data, Output output) {
        output.data().forEach((type, form) -> call(data, "putData", type, form));
        output.metadata().forEach((type, known) -> call(data, "putMetaData", type, known));
    }

    private static void send(Runnable sending) {
        try {
            CompletableFuture.runAsync(sending, SENDER).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static Object call(Object target, String name, Object... arguments) {
        Class<?>[] types = Arrays.stream(arguments).map(Object::getClass).toArray(Class<?>[]::new);
        Method method = method(target, name, types);
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the kernel refused " + name + ": " + e.getCause(), e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method + " must be public", e);
        }
    }

    private static Method method(Object target, String name, Class<?>... types) {
        return Arrays.stream(target.getClass().getMethods())
                .filter(method -> method.getName().equals(name) && takes(method.getParameterTypes(), types))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        target.getClass() + " must have a public method " + name + " for " + Arrays.toString(types)));
    }

    private static boolean takes(Class<?>[] parameters, Class<?>[] types) {
        if (parameters.length != types.length) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            if (!parameters[i].isAssignableFrom(types[i])) {
                return false;
            }
        }
        return true;
    }

    private static Object field(Object target, String name) {
        try {
            return target.getClass().getField(name).get(target);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(target.getClass() + " must have a public field " + name, e);
        }
    }
}
