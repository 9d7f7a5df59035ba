package mml.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import mml.math.Layout;

/**
 * A network's table: its layers from input to output, each followed by the layers inside it.
 *
 * @param title what the network says of itself
 * @param rows a row for each layer
 * @param parameters how many parameters the network has
 */
public record Summary(String title, List<Row> rows, int parameters) {
    /**
     * One layer.
     *
     * @param layer its name, by which {@link Probe} and {@link Network#jacobian} know it
     * @param kind what it is, such as {@code "dense"} or {@code "batch normalisation"}
     * @param depth within how many others it stands: 0 for a layer of the network itself
     * @param output the shape of its output
     * @param parameters how many parameters it has, with those of the layers inside it
     */
    public record Row(String layer, String kind, int depth, List<Integer> output, int parameters) {
        /**
         * Returns the shape of the output as a text.
         *
         * @return such as {@code 16 x 16 x 32}, with signs of multiplication
         */
        public String shape() {
            return output.stream().map(String::valueOf).collect(Collectors.joining(" \u00d7 "));
        }
    }

    /**
     * Copies the rows.
     */
    public Summary {
        rows = List.copyOf(rows);
    }

    static Summary of(Network network) {
        Observed whole = new Observed(network.sequence());
        whole.output(network.input());
        Map<Observed, String> names = Naming.of(whole.parts());
        List<Row> rows = new ArrayList<>();
        add(whole.parts(), 0, names, rows);
        return new Summary(network.toString(), rows, network.layout().parameterCount());
    }

    private static void add(List<Observed> layers, int depth, Map<Observed, String> names, List<Row> rows) {
        for (Observed layer : layers) {
            int parameters =
                    layer.blocks().isEmpty() ? 0 : Layout.of(layer.blocks()).parameterCount();
            rows.add(new Row(names.get(layer), words(layer.kind()), depth, layer.shape(), parameters));
            add(layer.parts(), depth + 1, names, rows);
        }
    }

    private static String words(String kind) {
        return kind.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the table as text in columns, the title first and the total last; layers inside others are indented.
     *
     * @return one line a layer
     */
    @Override
    public String toString() {
        int layer = 5;
        int kind = 4;
        int shape = 6;
        for (Row row : rows) {
            layer = Math.max(layer, 2 * row.depth + row.layer.length());
            kind = Math.max(kind, row.kind.length());
            shape = Math.max(shape, row.shape().length());
        }
        String line = "%n%-" + layer + "s  %-" + kind + "s  %-" + shape + "s  %,13d";
        StringBuilder text = new StringBuilder(title);
        text.append(String.format(line.replace("%,13d", "%13s"), "layer", "kind", "output", "parameters"));
        for (Row row : rows) {
            String indented = "  ".repeat(row.depth) + row.layer;
            text.append(String.format(Locale.ROOT, line, indented, row.kind, row.shape(), row.parameters));
        }
        return text.append(String.format(Locale.ROOT, line, "total", "", "", parameters))
                .toString();
    }
}
