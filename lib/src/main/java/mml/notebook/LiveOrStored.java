package mml.notebook;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import mml.math.Progress;
import mml.notebook.results.Computation;
import mml.notebook.results.Result;
import mml.notebook.results.ResultFile;
import mml.notebook.results.Stamp;
import mml.notebook.results.Unusable;

/** One run of a cell that asks for a result that takes time: which result it gets, and what of it is shown. */
final class LiveOrStored<T> {
    /** A redrawn line changes four times a second at most. */
    private static final double TICK = 0.25;
    /** What a stopped computation is given to return what is complete. */
    private static final double GRACE = 0.2;

    /** The stored result, or why there is none to show. */
    private record Found<T>(Optional<Result<T>> result, String reason) {}

    private final Stored<T> asked;
    private final Function<Progress, T> work;
    private final ResultFile file;
    private final StoredView<T> view;

    LiveOrStored(Stored<T> asked, Function<Progress, T> work) {
        this.asked = asked;
        this.work = work;
        this.file = asked.file;
        this.view = new StoredView<>(asked.stage.kernel().here(), file.key(), asked.showing);
    }

    T result() {
        boolean isReproducing = asked.stage.mode() == Mode.REPRODUCE;
        if (isReproducing && asked.stage.only().orElse(file.key()).equals(file.key())) {
            return reproduced(begin());
        }
        Found<T> found = find();
        if (asked.budget.seconds() == 0) {
            return storedOnly(found);
        } else if (isReproducing && found.result().isPresent()) {
            return view.stored(found.result().get(), "Another result is reproduced.");
        }
        return live(begin(), found);
    }

    private Computation<T> begin() {
        return Computation.of(new Computation.Question<>(file, asked.type, asked.form.version(), asked.settings), work);
    }

    private Found<T> find() {
        try {
            return new Found<>(Optional.of(file.read(asked.form, asked.settings)), "");
        } catch (Unusable e) {
            return new Found<>(Optional.empty(), e.getMessage());
        }
    }

    private T storedOnly(Found<T> found) {
        Result<T> result = found.result()
                .orElseThrow(() -> new IllegalStateException(found.reason() + "; this makes it: " + command()));
        return view.stored(result, "It is computed by this command alone.");
    }

    private T live(Computation<T> computation, Found<T> found) {
        if (found.result().isEmpty() && file.exists()) {
            view.note(found.reason() + ". It is computed instead.");
        }
        found.result().ifPresent(stored -> view.expects(stored.stamp()));
        try {
            if (ends(computation, isLive() ? asked.budget.seconds() : Double.POSITIVE_INFINITY)) {
                return complete(computation);
            } else if (found.result().isPresent()) {
                return late(computation, found.result().get());
            }
            view.lacks(found.reason());
            ends(computation, Double.POSITIVE_INFINITY);
            return complete(computation);
        } catch (InterruptedException stop) {
            return stopped(computation, found);
        }
    }

    private T reproduced(Computation<T> computation) {
        try {
            ends(computation, Double.POSITIVE_INFINITY);
        } catch (InterruptedException stop) {
            return stopped(computation, new Found<>(Optional.empty(), ""));
        }
        T value = value(computation);
        Result<T> written = file.write(
                asked.form, asked.settings, new Result<>(value, Stamp.now(command(), computation.seconds())));
        return view.reproduced(written, file.name());
    }

    private boolean ends(Computation<T> computation, double limit) throws InterruptedException {
        long began = System.nanoTime();
        for (double left = limit; left > 0; left = limit - (System.nanoTime() - began) / 1e9) {
            if (computation.await(Math.min(TICK, left))) {
                return true;
            }
            view.waits(computation, limit);
        }
        return computation.await(0);
    }

    private T complete(Computation<T> computation) {
        computation.forget();
        return view.live(value(computation), computation.seconds());
    }

    private T late(Computation<T> computation, Result<T> stored) {
        if (asked.budget.isGoingOn()) {
            computation.keep();
            return view.storedUntil(computation, stored, asked.budget.seconds());
        }
        computation.stop();
        return view.stored(
                stored,
                "The live computation ran over its " + LiveProgress.time(asked.budget.seconds()) + " and was stopped.");
    }

    /** Only people are shown what is incomplete, or something else than they asked for. */
    private T stopped(Computation<T> computation, Found<T> found) {
        computation.stop();
        computation.forget();
        double seconds = computation.seconds();
        if (isLive() && endsSoon(computation) && computation.result().isPresent()) {
            return view.part(computation.result().get(), seconds);
        } else if (isLive() && found.result().isPresent()) {
            return view.stored(
                    found.result().get(), "The live computation was stopped after " + LiveProgress.time(seconds) + ".");
        }
        throw new CancellationException(
                file.key() + " was stopped after " + LiveProgress.time(seconds) + "; nothing of it was complete");
    }

    private static boolean endsSoon(Computation<?> computation) {
        try {
            return computation.await(GRACE);
        } catch (InterruptedException again) {
            return false;
        }
    }

    private T value(Computation<T> computation) {
        computation.forget();
        Throwable failure = computation.failure().orElse(null);
        if (failure instanceof RuntimeException e) {
            throw e;
        } else if (failure instanceof Error e) {
            throw e;
        } else if (failure != null) {
            throw new IllegalStateException(file.key() + " could not be computed", failure);
        }
        return computation.result().orElseThrow();
    }

    private boolean isLive() {
        return asked.stage.mode() == Mode.LIVE;
    }

    private String command() {
        return "environment/seminar reproduce --key " + file.key();
    }
}
