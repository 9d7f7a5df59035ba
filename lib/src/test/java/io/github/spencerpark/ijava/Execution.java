package io.github.spencerpark.ijava;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jdk.jshell.execution.DirectExecutionControl;

/** Runs snippets in a thread that can be interrupted, and keeps what the last one gave, itself and not as text. */
final class Execution extends DirectExecutionControl {
    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private volatile Future<Object> running;
    private Object last;

    @Override
    protected String invoke(Method snippet) throws Exception {
        running = executor.submit(() -> snippet.invoke(null));
        try {
            last = running.get();
            return valueString(last);
        } catch (CancellationException stopped) {
            throw new StoppedException();
        } catch (ExecutionException e) {
            Throwable thrown =
                    e.getCause() instanceof InvocationTargetException target ? target.getCause() : e.getCause();
            throw new UserException(thrown.getMessage(), thrown.getClass().getName(), thrown.getStackTrace());
        }
    }

    Object takeLast() {
        Object taken = last;
        last = null;
        return taken;
    }

    @Override
    public void stop() {
        Future<Object> snippet = running;
        if (snippet != null) {
            snippet.cancel(true);
        }
    }
}
