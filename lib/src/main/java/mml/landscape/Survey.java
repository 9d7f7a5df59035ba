package mml.landscape;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import mml.landscape.point.Growth;
import mml.landscape.point.Levels;
import mml.landscape.point.PointState;
import mml.landscape.point.Points;
import mml.landscape.point.Provenance;
import mml.landscape.point.SurfaceFile;
import mml.landscape.point.Task;
import mml.math.Check;
import mml.math.Workers;

/**
 * How a surface or a curve is to be computed: kept in a file or not, watched or not. Immutable; nothing is computed before
 * {@link #run}.
 *
 * <p>Points are computed {@linkplain Levels from coarse to fine}, so that the picture is there from edge to edge, at a lower
 * resolution, whenever it is stopped. Each has the same bits in whatever order and on however many threads they are computed,
 * in one run or in several. Beside the plane's or the line's own vectors every thread has one vector, and the objective's
 * workspace.
 *
 * @param <R> what comes out: a {@link Surface} of a {@link Plane}, a {@link Curve} of a {@link Line}
 */
public final class Survey<R> {
    /** What becomes of points that failed in an earlier run. */
    private enum Failures {
        KEPT,
        RETRIED
    }

    private final Subject subject;
    private final BiFunction<Provenance, Points, R> form;
    private final Optional<Path> file;
    private final Failures failures;
    private final SurveyWatch<R> watch;

    private Survey(
            Subject subject,
            BiFunction<Provenance, Points, R> form,
            Optional<Path> file,
            Failures failures,
            SurveyWatch<R> watch) {
        this.subject = subject;
        this.form = form;
        this.file = file;
        this.failures = failures;
        this.watch = watch;
    }

    static <R> Survey<R> of(Subject subject, BiFunction<Provenance, Points, R> form) {
        return new Survey<>(subject, form, Optional.empty(), Failures.KEPT, now -> {});
    }

    /**
     * Returns the same survey with its points kept in a file, each as soon as it is done, and with those that are in it already
     * taken from there. If the process is killed, no point is lost but those under work.
     *
     * @param path of the file, which need not exist; one of something else is refused and left as it is
     * @return the survey
     * @throws UnsupportedOperationException if the objective has no {@linkplain mml.math.Objective#origin origin}, by which the
     *     file is known again
     */
    public Survey<R> in(Path path) {
        Check.given("path", path);
        if (subject.objective().origin().isEmpty()) {
            throw new UnsupportedOperationException(
                    subject.objective().getClass().getSimpleName()
                            + " must implement origin() for this: by it the file knows whose points it has");
        }
        return new Survey<>(subject, form, Optional.of(path), failures, watch);
    }

    /**
     * Returns the same survey that computes again what failed in an earlier run; otherwise a failure is kept as what that point
     * came to.
     *
     * @return the survey
     */
    public Survey<R> retryingFailures() {
        return new Survey<>(subject, form, file, Failures.RETRIED, watch);
    }

    /**
     * Returns the same survey, watched.
     *
     * @param by is told after every point
     * @return the survey
     */
    public Survey<R> watch(SurveyWatch<R> by) {
        return new Survey<>(subject, form, file, failures, Check.given("watch", by));
    }

    /**
     * Measures how long the survey will take: computes some of its points on as many threads as it will use, twice as many
     * again and again until the time for one is steady, for about a second, or once on each thread if a point takes longer. Nothing
     * of it is kept.
     *
     * @return the points that are waiting, and the seconds expected
     * @throws IllegalArgumentException if there is a file already that {@link #run} would refuse
     * @throws CancellationException if the thread is interrupted meanwhile; its flag stays set
     */
    public Estimate estimate() {
        return Estimate.measure(subject, order(known()));
    }

    private Points known() {
        return file.flatMap(path -> SurfaceFile.peek(path, subject.provenance()))
                .orElseGet(() -> Points.waiting(
                        subject.objective().scores(), subject.levels().count()));
    }

    private int[] order(Points known) {
        return Arrays.stream(subject.levels().order())
                .filter(i -> known.state(i) == PointState.WAITING
                        || known.state(i) == PointState.FAILED && failures == Failures.RETRIED)
                .toArray();
    }

    /**
     * Computes the points that are waiting. If the thread is interrupted meanwhile, the points that are done are returned and the
     * interrupt flag cleared.
     *
     * <p>An exception of the objective at a point is what that point has come to, and the others are computed; but if every
     * point of the coarsest level fails, the objective is taken for broken.
     *
     * @return the surface or the curve; look at {@link Surface#isComplete} or {@link Curve#isComplete}
     * @throws IllegalArgumentException if the file is no surface file, damaged, or of something else or another version; it is
     *     untouched
     * @throws IllegalStateException if the file is in use, or the objective fails everywhere
     * @throws java.io.UncheckedIOException if the file cannot be read or written; the points in it are whole
     * @throws CancellationException if stopped inside a loop of {@link Workers}
     */
    public R run() {
        Provenance provenance = subject.provenance();
        if (file.isEmpty()) {
            return run(provenance, Points.waiting(provenance.scores(), provenance.count()), (index, outcome) -> {});
        }
        try (SurfaceFile kept = SurfaceFile.open(file.get(), provenance)) {
            return run(provenance, kept.points(), kept::keep);
        }
    }

    private R run(Provenance provenance, Points known, Task.Sink kept) {
        int[] order = order(known);
        SurveyRun<R> run = new SurveyRun<>(
                points -> form.apply(provenance, points), new Growth(known, patience()), watch, order.length);
        try {
            if (order.length > 0) {
                // within the try: a network computes products on all threads here, and may be stopped
                subject.task().compute(order, (index, outcome) -> {
                    kept.keep(index, outcome);
                    run.keep(index, outcome);
                });
            }
        } catch (CancellationException stopped) {
            Workers.answerStop(stopped);
        }
        return run.end();
    }

    private int patience() {
        Levels levels = subject.levels();
        return levels.points(levels.coarsest()).length;
    }
}
