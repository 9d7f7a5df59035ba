package mml.landscape;

import mml.landscape.point.Growth;
import mml.landscape.point.Outcome;
import mml.landscape.point.Provenance;
import mml.landscape.point.Task;

/** One run of a survey: it remembers the points that it is given, and shows them. */
final class SurveyRun implements Task.Sink, SurfaceWatch.Moment {
    private final Provenance provenance;
    private final Growth growth;
    private final SurfaceWatch watch;
    private final int total;
    private final long began = System.nanoTime();
    private boolean isEnd;

    SurveyRun(Provenance provenance, Growth growth, SurfaceWatch watch, int total) {
        this.provenance = provenance;
        this.growth = growth;
        this.watch = watch;
        this.total = total;
    }

    @Override
    public void keep(int index, Outcome outcome) {
        growth.keep(index, outcome);
        watch.see(this);
    }

    Surface end() {
        isEnd = true;
        watch.see(this);
        return surface();
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
    public Surface surface() {
        return new Surface(provenance, growth.now());
    }

    @Override
    public boolean isEnd() {
        return isEnd;
    }
}
