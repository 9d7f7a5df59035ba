package mml.landscape;

import java.util.function.Function;
import mml.landscape.point.Growth;
import mml.landscape.point.Outcome;
import mml.landscape.point.Points;
import mml.landscape.point.Task;

/** One run of a survey: it remembers the points that it is given, and shows them. */
final class SurveyRun<R> implements Task.Sink, SurveyWatch.Moment<R> {
    private final Function<Points, R> form;
    private final Growth growth;
    private final SurveyWatch<R> watch;
    private final int total;
    private final long began = System.nanoTime();
    private boolean isEnd;

    SurveyRun(Function<Points, R> form, Growth growth, SurveyWatch<R> watch, int total) {
        this.form = form;
        this.growth = growth;
        this.watch = watch;
        this.total = total;
    }

    @Override
    public void keep(int index, Outcome outcome) {
        growth.keep(index, outcome);
        watch.see(this);
    }

    R end() {
        isEnd = true;
        watch.see(this);
        return result();
    }

    @Override
    public int done() {
        return growth.tried();
    }

    @Override
    public int total() {
        return total;
    }

    @Override
    public double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }

    @Override
    public R result() {
        return form.apply(growth.now());
    }

    @Override
    public boolean isEnd() {
        return isEnd;
    }
}
