package mml.notebook;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import mml.notebook.results.Computation;
import mml.notebook.results.Result;
import mml.notebook.results.Stamp;
import mml.plot.chart.Text;

/**
 * What a cell shows of a result that takes time: one line that says what it is, and below it the result. Both are redrawn in
 * place.
 */
final class StoredView<T> {
    /** For programs that look at a notebook's outputs. */
    static final String TYPE = "application/vnd.mml.stored+json";

    /** What is shorter needs no line. */
    private static final double PATIENCE = 1;
    /** A page that is busy drops what comes more often. */
    private static final double INTERVAL = 0.25;

    private enum State {
        // white on these colours has a contrast of at least 5, on every theme
        WAITING("computing", "#57606a"),
        LIVE("live", "#1a7f37"),
        STORED("stored", "#6e5600"),
        REPRODUCED("reproduced", "#1f5fa8"),
        STOPPED("stopped", "#b42318");

        private final String word;
        private final String colour;

        State(String word, String colour) {
            this.word = word;
            this.colour = colour;
        }
    }

    private final Kernel kernel;
    private final String key;
    private final Function<? super T, ?> showing;
    private final String line = UUID.randomUUID().toString();
    private final String picture = UUID.randomUUID().toString();
    private final Set<String> drawn = new HashSet<>();
    private OptionalDouble expected = OptionalDouble.empty();

    StoredView(Kernel kernel, String key, Function<? super T, ?> showing) {
        this.kernel = kernel;
        this.key = key;
        this.showing = showing;
    }

    void note(String sentence) {
        kernel.show(Output.html("<div>" + Text.escaped(sentence) + "</div>", sentence));
    }

    /** Takes note of how long it took before, for computations that do not tell their progress. */
    void expects(Stamp stamp) {
        expected = OptionalDouble.of(stamp.seconds());
    }

    /** Says how far the computation has come, once it is worth a line. */
    void waits(Computation<T> computation, double limit) {
        if (kernel.isLive() && computation.seconds() >= PATIENCE) {
            String budget = Double.isInfinite(limit) ? "" : "; waits " + LiveProgress.time(limit) + " at most";
            say(State.WAITING, key + ", " + sofar(computation) + budget, computation.seconds());
        }
    }

    /** Says that there is nothing to show in place of what is late. */
    void lacks(String reason) {
        note("The budget has run out, but " + reason + ". The computation goes on.");
    }

    T live(T value, double seconds) {
        say(State.LIVE, key + ", computed in " + LiveProgress.time(seconds), seconds);
        return draw(value);
    }

    T part(T value, double seconds) {
        say(State.STOPPED, key + ", after " + LiveProgress.time(seconds) + "; what was complete is shown", seconds);
        return draw(value);
    }

    T stored(Result<T> result, String why) {
        sayStored(result.stamp(), why);
        return draw(result.value());
    }

    T reproduced(Result<T> result, String file) {
        double seconds = result.stamp().seconds();
        say(State.REPRODUCED, key + ", computed in " + LiveProgress.time(seconds) + ", written to " + file, seconds);
        return draw(result.value());
    }

    /** Shows the stored result until the live one arrives. */
    T storedUntil(Computation<T> computation, Result<T> result, double budget) {
        String over = "The live computation ran over its " + LiveProgress.time(budget) + " and goes on";
        stored(result, over + ".");
        computation.tell(new Computation.Listener() {
            private double redrawn;

            @Override
            public void progressed(Computation.Step step) {
                if (kernel.isLive() && computation.seconds() - redrawn >= INTERVAL) {
                    redrawn = computation.seconds();
                    sayStored(result.stamp(), over + ": " + sofar(computation) + ".");
                }
            }

            @Override
            public void ended() {
                arrived(computation, result);
            }
        });
        return result.value();
    }

    private void arrived(Computation<T> computation, Result<T> stored) {
        String after = LiveProgress.time(computation.seconds());
        Optional<T> value = computation.result();
        try {
            if (value.isPresent()) {
                draw(value.get());
                say(
                        State.LIVE,
                        key + ", computed in " + after
                                + "; it has taken the place of the stored result. Run the cell again to go on with it.",
                        computation.seconds());
            } else {
                Throwable failure = computation.failure().orElseThrow();
                sayStored(stored.stamp(), "The live computation failed after " + after + ": " + failure);
            }
        } catch (RuntimeException e) {
            sayStored(stored.stamp(), "The live result came after " + after + " but cannot be shown: " + e);
        }
    }

    private String sofar(Computation<T> computation) {
        double seconds = computation.seconds();
        return computation
                .latest()
                .map(step -> LiveProgress.sofar(step.done(), step.total(), seconds))
                .orElseGet(() -> LiveProgress.time(seconds) + lately());
    }

    private String lately() {
        return expected.isEmpty() ? "" : ", took " + LiveProgress.time(expected.getAsDouble()) + " when it was stored";
    }

    private void sayStored(Stamp stamp, String why) {
        say(State.STORED, key + ", " + stamp + ". " + why, stamp.seconds());
    }

    private synchronized void say(State state, String sentence, double seconds) {
        String html = String.format(
                "<div><strong style=\"background:%s;color:#fff;padding:1px 6px;border-radius:3px\">%s</strong> %s</div>",
                state.colour, state.word, Text.escaped(sentence));
        Map<String, Object> known = Map.of("key", key, "state", state.word, "seconds", seconds);
        Output output = new Output(
                Map.of("text/html", html, "text/plain", state.word + ": " + sentence, TYPE, known), Map.of());
        place(output, line);
    }

    private synchronized T draw(T value) {
        place(Rendering.of(showing.apply(value)), picture);
        return value;
    }

    private void place(Output output, String id) {
        if (drawn.add(id)) {
            kernel.show(output, id);
        } else {
            kernel.replace(id, output);
        }
    }
}
