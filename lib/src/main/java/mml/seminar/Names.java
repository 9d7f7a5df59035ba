package mml.seminar;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mml.json.Item;
import mml.json.Refused;
import mml.math.Check;
import mml.math.Tabular;
import mml.seminar.rota.Rota;

/**
 * Names for numbers, from a private file that is never committed: {@code {"1": "...", "2": "..."}}. Nothing shows them unless it
 * is asked to.
 *
 * @param names for numbers; who has none keeps the number
 */
public record Names(Map<Integer, String> names) {
    /**
     * Copies the map, and checks it.
     *
     * @throws IllegalArgumentException if a number is below 1, or a name blank
     */
    public Names {
        names.forEach((number, name) -> {
            Check.positive("number", number);
            Check.notBlank(String.valueOf(number), name);
        });
        names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
    }

    /**
     * Reads the private file.
     *
     * @param file such as {@code names.json} beside the seminar's
     * @return the names
     * @throws IOException if there is none, or it cannot be read
     * @throws Refused if something is wrong in it, with path and line
     */
    public static Names read(Path file) throws IOException {
        Item all = Item.of(SeminarFile.text(file));
        return all.make(() -> {
            Map<Integer, String> names = new LinkedHashMap<>();
            all.fields().forEach((number, name) -> names.put(Numbers.of(number), name.text()));
            return new Names(names);
        });
    }

    /**
     * Returns what somebody is called.
     *
     * @param participant the number
     * @return the name, or the number
     */
    public String of(int participant) {
        return names.getOrDefault(participant, String.valueOf(participant));
    }

    /**
     * Returns a rota with names for numbers, to be shown.
     *
     * @param rota the rota
     * @return its table
     */
    public Tabular of(Rota rota) {
        return new Named(rota.toString(), rota.columns(), rota.rows(this::of));
    }

    private record Named(String caption, List<String> columns, List<List<String>> rows) implements Tabular {
        @Override
        public String toString() {
            return caption;
        }
    }
}
