package mml.plot.control;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mml.math.Check;

/**
 * Up to three parameters and the frames that their values make, numbered so that the last parameter changes first.
 *
 * @param all the parameters
 */
record Choices(List<Choice<?>> all) {
    /** More frames than a reader tries, or a page can hold. */
    static final int MOST = 60;

    Choices {
        all = List.copyOf(all);
        Set<String> seen = new HashSet<>();
        all.forEach(choice -> Check.that(seen.add(choice.name()), "names must differ, %s stands twice", choice.name()));
        Check.that(
                all.stream().mapToLong(Choice::size).reduce(1, Math::multiplyExact) <= MOST,
                "a control has at most %s frames, %s values make %s",
                MOST,
                all.stream().map(choice -> choice.size() + " " + choice.name()).collect(Collectors.joining(" x ")),
                all.stream().mapToLong(Choice::size).reduce(1, Math::multiplyExact));
    }

    int frames() {
        return all.stream().mapToInt(Choice::size).reduce(1, Math::multiplyExact);
    }

    /** Returns the value of each parameter, as its place among them, in a frame. */
    int[] at(int frame) {
        int[] at = new int[all.size()];
        for (int k = at.length - 1, rest = frame; k >= 0; k--) {
            at[k] = rest % all.get(k).size();
            rest /= all.get(k).size();
        }
        return at;
    }

    /** Returns what a frame stands for, such as {@code depth 10, shortcut yes}. */
    String caption(int frame) {
        int[] at = at(frame);
        return IntStream.range(0, at.length).mapToObj(k -> all.get(k).at(at[k])).collect(Collectors.joining(", "));
    }

    /** Returns the frames of the parameters' first and last values, and of the middle one where there is but one. */
    int[] extremes() {
        return IntStream.range(0, frames())
                .filter(frame -> IntStream.range(0, all.size()).allMatch(k -> isExtreme(k, at(frame)[k])))
                .toArray();
    }

    private boolean isExtreme(int k, int at) {
        int last = all.get(k).size() - 1;
        return at == 0 || at == last || all.size() == 1 && at == last / 2;
    }

    /** Returns the parameters in words, such as {@code depth (3, 10, 20) and shortcut (yes, no)}. */
    String inWords() {
        List<String> words = all.stream()
                .map(choice -> choice.name() + " (" + String.join(", ", choice.labels()) + ")")
                .toList();
        int last = words.size() - 1;
        return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    /** Returns what frames stand for, in words. */
    String captions(int... frames) {
        return Arrays.stream(frames).mapToObj(this::caption).collect(Collectors.joining("; "));
    }
}
