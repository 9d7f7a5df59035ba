package mml.notebook;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Supplier;
import mml.math.Check;
import mml.math.Progress;
import mml.notebook.results.Computation;
import mml.notebook.results.Form;
import mml.notebook.results.Result;
import mml.notebook.results.ResultFile;
import mml.notebook.results.Settings;
import mml.notebook.results.Stamp;
import mml.notebook.results.Unusable;

/**
 * A result that takes time: computed live within a budget, else shown as it was stored, with what made it.
 *
 * <p>The stored result lies in {@code results/KEY.json} beside the notebook. It is shown only for the very settings, and the
 * version of its form, that it was made with; and only {@code environment/seminar reproduce} makes it. In strict mode
 * ({@code MML_STRICT=1}) the budget is ignored, unless it is zero; in reproduce mode ({@code MML_REPRODUCE=1}, for one key
 * alone {@code MML_REPRODUCE_KEY}) every result is computed, without a limit, and written.
 *
 * <p>A Stop ends the computation. What it returns then is complete as far as it goes, and shown as such; if it returns
 * nothing, the stored result is shown. Neither is ever written.
 *
 * @param <T> the type of the result
 */
public final class Stored<T> {
    /** A redrawn line changes four times a second at most. */
    private static final double TICK = 0.25;
    /** What a stopped computation is given to return what is complete. */
    private static final double GRACE = 0.3;

    /** Where a notebook runs: its kernel, who runs it, the one key that is reproduced (if not all), and its folder. */
    record Stage(Kernel kernel, Mode mode, Optional<String> only, Path folder) {}

    /** The stored result, or why there is none to show. */
    private record Found<T>(Optional<Result<T>> result, String reason) {}

    private final Stage stage;
    private final ResultFile file;
    private final Class<T> type;
    private final Form<T> form;
    private final Settings settings;
    private final Budget budget;
    private final Function<? super T, ?> showing;

    /** How long people are to wait, and whether the computation goes on behind the stored result. */
    private record Budget(double seconds, boolean isGoingOn) {}

    private Stored(
            Stage stage,
            ResultFile file,
            Class<T> type,
            Form<T> form,
            Settings settings,
            Budget budget,
            Function<? super T, ?> showing) {
        this.stage = stage;
        this.file = file;
        this.type = type;
        this.form = form;
        this.settings = settings;
        this.budget = budget;
        this.showing = showing;
    }

    static <T> Stored<T> of(Stage stage, String key, Class<T> type) {
        Objects.requireNonNull(type, "type must not be null");
        Check.that(!type.isPrimitive(), "type must be a class, was %s", type);
        ResultFile file = new ResultFile(stage.folder(), key);
        Budget unknown = new Budget(Double.NaN, false);
        return new Stored<>(stage, file, type, Form.of(type), Settings.none(), unknown, value -> value);
    }

    /**
     * Returns the same with one more of the settings that determine the result, such as the seed.
     *
     * @param name its name, not given yet
     * @param value a number, a text, a truth value, an enum, or a record, list, map or array of such
     * @return a new value
     * @throws IllegalArgumentException if the name is blank or given already, or JSON cannot hold the value
     */
    public Stored<T> with(String name, Object value) {
        return new Stored<>(stage, file, type, form, settings.with(name, value), budget, showing);
    }

    /**
     * Returns the same with every component of a record as one of the settings that determine the result.
     *
     * @param all the record
     * @return a new value
     * @throws IllegalArgumentException if a component's name is given already, or JSON cannot hold its value
     */
    public Stored<T> with(Record all) {
        return new Stored<>(stage, file, type, form, settings.with(all), budget, showing);
    }

    /**
     * Returns the same for a result that JSON cannot hold by itself.
     *
     * @param plain a type that it can hold: a record, an array, a number
     * @param writes makes the plain value of a result
     * @param reads makes the result of a plain value
     * @param <P> the plain type
     * @return a new value
     */
    public <P> Stored<T> as(Class<P> plain, Function<T, P> writes, Function<P, T> reads) {
        Form<T> by = Form.by(plain, writes, reads).version(form.version());
        return new Stored<>(stage, file, type, by, settings, budget, showing);
    }

    /**
     * Returns the same in another version of what is written; without it, version 1.
     *
     * @param version at least 1; one more whenever the result, or how it is computed, has another meaning than before
     * @return a new value
     * @throws IllegalArgumentException if it is below 1
     */
    public Stored<T> version(int version) {
        return new Stored<>(stage, file, type, form.version(version), settings, budget, showing);
    }

    /**
     * Returns the same with the time that people are to wait for it.
     *
     * @param seconds finite and not negative; 0 for a result that only {@code environment/seminar reproduce} computes
     * @return a new value
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public Stored<T> budget(double seconds) {
        Budget known = new Budget(Check.notNegative("budget", seconds), budget.isGoingOn());
        return new Stored<>(stage, file, type, form, settings, known, showing);
    }

    /**
     * Returns the same with a computation that goes on behind the stored result: its own takes that one's place when it
     * arrives, and the next run of the cell returns it. Without this it is stopped when its budget runs out.
     *
     * @return a new value
     */
    public Stored<T> goOn() {
        return new Stored<>(stage, file, type, form, settings, new Budget(budget.seconds(), true), showing);
    }

    /**
     * Returns the same with what is shown of the result; without it, the result itself.
     *
     * @param showing makes a figure, a table or anything else of the result
     * @return a new value
     */
    public Stored<T> shown(Function<? super T, ?> showing) {
        Objects.requireNonNull(showing, "showing must not be null");
        return new Stored<>(stage, file, type, form, settings, budget, showing);
    }

    /**
     * Computes, shows and returns the result, or the stored one, and says which.
     *
     * @param work computes it from the settings alone, on a thread of its own
     * @return the result
     * @throws IllegalArgumentException if there is no budget or no setting
     * @throws IllegalStateException if the budget is zero and there is no stored result of these settings
     * @throws CancellationException if stopped, and there is nothing to show
     */
    public T compute(Supplier<T> work) {
        Objects.requireNonNull(work, "work must not be null");
        return compute(progress -> work.get());
    }

    /**
     * Computes, shows and returns the result, or the stored one, and says which.
     *
     * @param work computes it from the settings alone, on a thread of its own; is given a listener for its progress
     * @return the result
     * @throws IllegalArgumentException if there is no budget or no setting
     * @throws IllegalStateException if the budget is zero and there is no stored result of these settings
     * @throws CancellationException if stopped, and there is nothing to show
     */
    public T compute(Function<Progress, T> work) {
        Objects.requireNonNull(work, "work must not be null");
        Check.that(!Double.isNaN(budget.seconds()), "budget of %s must be given, in seconds", file.key());
        Check.that(!settings.isEmpty(), "settings of %s must not be empty: give the seed, at least", file.key());
        StoredView<T> view = new StoredView<>(stage.kernel().here(), file.key(), showing);
        boolean isReproducing = stage.mode() == Mode.REPRODUCE;
        if (isReproducing && stage.only().orElse(file.key()).equals(file.key())) {
            return reproduced(begin(work), view);
        }
        Found<T> found = find();
        if (budget.seconds() == 0) {
            return storedOnly(found, view);
        } else if (isReproducing && found.result().isPresent()) {
            return view.stored(found.result().get(), "Another result is reproduced.");
        }
        return live(begin(work), found, view);
    }

    private Computation<T> begin(Function<Progress, T> work) {
        return Computation.of(new Computation.Question<>(file.key(), type, form.version(), settings), work);
    }

    private Found<T> find() {
        try {
            return new Found<>(Optional.of(file.read(form, settings)), "");
        } catch (Unusable e) {
            return new Found<>(Optional.empty(), e.getMessage());
        }
    }

    private T storedOnly(Found<T> found, StoredView<T> view) {
        Result<T> result = found.result()
                .orElseThrow(() -> new IllegalStateException(found.reason() + "; this makes it: " + command()));
        return view.stored(result, "It is computed by this command alone.");
    }

    private T live(Computation<T> computation, Found<T> found, StoredView<T> view) {
        if (found.result().isEmpty() && file.exists()) {
            view.note(found.reason() + ". It is computed instead.");
        }
        try {
            if (ends(computation, stage.mode() == Mode.LIVE ? budget.seconds() : Double.POSITIVE_INFINITY, view)) {
                return complete(computation, view);
            } else if (found.result().isPresent()) {
                return late(computation, found.result().get(), view);
            }
            view.lacks(found.reason());
            ends(computation, Double.POSITIVE_INFINITY, view);
            return complete(computation, view);
        } catch (InterruptedException stop) {
            return stopped(computation, found, view);
        }
    }

    private T reproduced(Computation<T> computation, StoredView<T> view) {
        try {
            ends(computation, Double.POSITIVE_INFINITY, view);
        } catch (InterruptedException stop) {
            return stopped(computation, new Found<>(Optional.empty(), ""), view);
        }
        T value = value(computation);
        Result<T> written =
                file.write(form, settings, new Result<>(value, Stamp.now(command(), computation.seconds())));
        return view.reproduced(written, file.name());
    }

    private boolean ends(Computation<T> computation, double limit, StoredView<T> view) throws InterruptedException {
        long began = System.nanoTime();
        for (double left = limit; left > 0; left = limit - (System.nanoTime() - began) / 1e9) {
            if (computation.await(Math.min(TICK, left))) {
                return true;
            }
            view.waits(computation, limit);
        }
        return computation.await(0);
    }

    private T complete(Computation<T> computation, StoredView<T> view) {
        computation.forget();
        return view.live(value(computation), computation.seconds());
    }

    private T late(Computation<T> computation, Result<T> stored, StoredView<T> view) {
        if (budget.isGoingOn()) {
            computation.keep();
            return view.storedUntil(computation, stored, budget.seconds());
        }
        computation.stop();
        return view.stored(stored, "The live computation ran over its " + budget.seconds() + " s and was stopped.");
    }

    /** Only people are shown what is incomplete, or something else than they asked for. */
    private T stopped(Computation<T> computation, Found<T> found, StoredView<T> view) {
        computation.stop();
        computation.forget();
        double seconds = computation.seconds();
        boolean isLive = stage.mode() == Mode.LIVE;
        if (isLive && endsSoon(computation) && computation.result().isPresent()) {
            return view.part(computation.result().get(), seconds);
        } else if (isLive && found.result().isPresent()) {
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

    private String command() {
        return "environment/seminar reproduce --key " + file.key();
    }
}
