package mml.train;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mml.math.Check;
import mml.math.Mapped;
import mml.math.Progress;
import mml.math.Tabular;
import mml.math.Workers;
import mml.train.run.Run;
import mml.train.run.Trace;

/**
 * Several runs, each with its setting: a seed, a learning rate, a public record of several.
 *
 * <pre>{@code
 * Runs<Long> runs = Runs.of(List.of(1L, 2L, 3L), seed -> training.seed(seed).run(model.initial(seed)));
 * table("Three seeds", runs.columns(), runs.rows());
 * }</pre>
 *
 * @param entries in the order of the settings; if stopped, those that are complete
 * @param <S> the type of the settings
 */
public record Runs<S>(List<Entry<S>> entries) implements Tabular {
    private static final List<String> RESULTS = List.of("end", "steps", "loss", "accuracy", "seconds");

    /**
     * One run.
     *
     * @param setting with what it was made
     * @param run what came out
     * @param <S> the type of the setting
     */
    public record Entry<S>(S setting, Run run) {}

    /** Copies the list. */
    public Runs {
        entries = List.copyOf(entries);
    }

    /**
     * Runs side by side on the cores, one thread a run.
     *
     * @param settings at least one
     * @param run trains with a setting
     * @param <S> the type of the settings
     * @return all runs; if the calling thread is interrupted, those that are complete
     * @throws IllegalArgumentException if there is no setting
     */
    public static <S> Runs<S> of(List<S> settings, Function<? super S, Run> run) {
        return of(settings, run, Progress.none());
    }

    /**
     * Runs side by side on the cores, one thread a run, and tells how far it is.
     *
     * @param settings at least one
     * @param run trains with a setting
     * @param progress is told after every run
     * @param <S> the type of the settings
     * @return all runs; if the calling thread is interrupted, those that are complete
     * @throws IllegalArgumentException if there is no setting
     */
    public static <S> Runs<S> of(List<S> settings, Function<? super S, Run> run, Progress progress) {
        Check.that(!settings.isEmpty(), "settings must not be empty");
        Mapped<Entry<S>> entries =
                Workers.map(settings, setting -> new Entry<S>(setting, run.apply(setting)), progress);
        return new Runs<>(entries.complete());
    }

    /**
     * Returns the runs alone.
     *
     * @return in the order of the settings
     */
    public List<Run> runs() {
        return entries.stream().map(Entry::run).toList();
    }

    /**
     * Returns the names of the columns of {@link #rows}.
     *
     * @return the components of a setting that is a record, else {@code "setting"}, and what is told of its run
     */
    @Override
    public List<String> columns() {
        Stream<String> settings = entries.isEmpty() || !(entries.get(0).setting instanceof Record)
                ? Stream.of("setting")
                : Stream.of(entries.get(0).setting.getClass().getRecordComponents())
                        .map(RecordComponent::getName);
        return Stream.concat(settings, RESULTS.stream()).toList();
    }

    /**
     * Returns a table of settings and results, to be shown under {@link #columns}.
     *
     * @return one row a run: its setting, end, steps, and training loss, accuracy and seconds of its last complete epoch (NaN if
     *     there is none)
     */
    @Override
    public List<List<?>> rows() {
        List<List<?>> rows = new ArrayList<>();
        for (Entry<S> entry : entries) {
            List<Object> row = new ArrayList<>(settings(entry.setting));
            row.addAll(results(entry.run));
            rows.add(row);
        }
        return rows;
    }

    private static List<Object> settings(Object setting) {
        if (!(setting instanceof Record)) {
            return List.of(setting);
        }
        return Stream.of(setting.getClass().getRecordComponents())
                .map(component -> value(setting, component))
                .collect(Collectors.toList());
    }

    private static Object value(Object setting, RecordComponent component) {
        try {
            return component.getAccessor().invoke(setting);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    "setting must be a public record or no record, was " + setting.getClass(), e);
        }
    }

    private static List<Object> results(Run run) {
        List<Trace.Epoch> epochs = run.trace().epochs();
        Trace.Scores scores = epochs.isEmpty()
                ? new Trace.Scores(Double.NaN, Double.NaN)
                : epochs.get(epochs.size() - 1).training();
        return List.of(
                run.end(),
                run.ending().step(),
                scores.loss(),
                scores.accuracy(),
                run.trace().seconds());
    }

    @Override
    public String toString() {
        long complete =
                runs().stream().filter(run -> run.end() == Run.End.COMPLETE).count();
        return entries.size() + " runs, of which " + complete + " are complete";
    }
}
