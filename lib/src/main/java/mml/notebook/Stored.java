package mml.notebook;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Supplier;
import mml.math.Check;
import mml.math.Progress;
import mml.notebook.results.Form;
import mml.notebook.results.ResultFile;
import mml.notebook.results.Settings;

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
    /** Where a notebook runs: its kernel, who runs it, the one key that is reproduced (if not all), and its folder. */
    record Stage(Kernel kernel, Mode mode, Optional<String> only, Path folder) {}

    final Stage stage;
    final ResultFile file;
    final Class<T> type;
    final Form<T> form;
    final Settings settings;
    final Budget budget;
    final Function<? super T, ?> showing;

    /** How long people are to wait, and whether the computation goes on behind the stored result. */
    record Budget(double seconds, boolean isGoingOn) {}

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
        return new LiveOrStored<>(this, work).result();
    }
}
