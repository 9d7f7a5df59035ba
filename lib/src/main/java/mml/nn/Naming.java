package mml.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mml.math.Layout;

/**
 * The names of a network's layers. A layer with parameters is called by the beginning that the names of its blocks share:
 * {@code hidden1} for {@code hidden1.weight} and {@code hidden1.bias}. Any other is called after the layer with parameters
 * before it, and by its kind: {@code hidden1.tanh}. Layers inside another are named before it, so that one around {@code
 * block1} is called {@code block1.residual}. A number tells those apart that would still have the same name.
 */
final class Naming {
    private final Map<Observed, String> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    private Naming() {}

    /** Returns the name of each layer, and of those inside it, for layers that know their input. */
    static Map<Observed, String> of(List<Observed> layers) {
        Naming naming = new Naming();
        naming.name(layers, "input");
        return naming.names;
    }

    private void name(List<Observed> layers, String before) {
        String last = before;
        for (Observed layer : layers) {
            name(layer.parts(), last);
            String stem = stem(layer.blocks());
            String name = free(stem, last, layer.kind());
            names.put(layer, name);
            taken.add(name);
            last = layer.blocks().isEmpty() ? last : name;
        }
    }

    private String free(String stem, String before, String kind) {
        if (!stem.isEmpty() && !taken.contains(stem)) {
            return stem;
        }
        String name = (stem.isEmpty() ? before : stem) + "." + kind;
        int number = 2;
        String free = name;
        while (taken.contains(free)) {
            free = name + number++;
        }
        return free;
    }

    /** Returns the beginning that the names share, in whole words between dots and without the last word. */
    private static String stem(List<Layout.Block> blocks) {
        List<String> shared = null;
        for (Layout.Block block : blocks) {
            List<String> words = Arrays.asList(block.name().split("\\."));
            List<String> own = words.subList(0, words.size() - 1);
            shared = shared == null ? own : shared(shared, own);
        }
        return shared == null ? "" : String.join(".", shared);
    }

    private static List<String> shared(List<String> one, List<String> other) {
        List<String> shared = new ArrayList<>();
        for (int i = 0; i < Math.min(one.size(), other.size()) && one.get(i).equals(other.get(i)); i++) {
            shared.add(one.get(i));
        }
        return shared;
    }
}
