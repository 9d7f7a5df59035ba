package mml.notebook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** A kernel that remembers what it was told to show. */
final class Recorder implements Kernel {
    /** One output; the place is empty if it cannot be replaced. */
    record Shown(String place, boolean isReplacement, Output output) {}

    private final List<Shown> shown = Collections.synchronizedList(new ArrayList<>());
    private final boolean isLive;

    private Recorder(boolean isLive) {
        this.isLive = isLive;
    }

    static Recorder live() {
        return new Recorder(true);
    }

    static Recorder console() {
        return new Recorder(false);
    }

    List<Shown> shown() {
        return List.copyOf(shown);
    }

    List<String> texts() {
        return shown().stream().map(each -> each.output().text()).toList();
    }

    String html() {
        return (String) shown.get(shown.size() - 1).output().data().get("text/html");
    }

    @Override
    public void show(Output output) {
        shown.add(new Shown("", false, output));
    }

    @Override
    public void show(Output output, String id) {
        shown.add(new Shown(id, false, output));
    }

    @Override
    public void replace(String id, Output output) {
        shown.add(new Shown(id, true, output));
    }

    @Override
    public Kernel here() {
        return this;
    }

    @Override
    public boolean isLive() {
        return isLive;
    }

    @Override
    public void register(Class<?> type, Function<Object, Output> rendering) {
        throw new UnsupportedOperationException("a recorder renders nothing");
    }
}
