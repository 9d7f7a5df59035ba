package mml.notebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mml.data.Dataset;
import mml.data.Labels;
import mml.data.Provenance;
import mml.data.generated.RandomRegression;
import mml.plot.Figure;
import mml.plot.Figures;

/** How data show themselves: a picture or the first rows, what they are and where they come from, the classes with their counts. */
record DataView(Optional<Figure> picture, List<Table> tables) {
    /** Of more classes the first are counted one by one. */
    private static final int CLASSES = 12;

    /** Of more features the first are named. */
    private static final int NAMED = 8;

    private static final int ROWS = 5;
    private static final int COLUMNS = 6;

    static DataView of(Dataset data) {
        Optional<Figure> picture = Figures.of(data);
        List<Table> tables = new ArrayList<>();
        if (picture.isEmpty()) {
            tables.add(rows(data));
        }
        tables.add(facts(data).caption(picture.isEmpty() ? data.name() : ""));
        tables.add(classes(data));
        return new DataView(picture, tables);
    }

    static DataView of(RandomRegression problem) {
        double squares = IntStream.range(0, problem.size())
                .mapToDouble(i -> problem.targets()[i] - problem.truth(i))
                .map(noise -> noise * noise)
                .sum();
        Table facts = Table.of("property", "value")
                .caption(problem.toString())
                .row("targets", spread(Arrays.stream(problem.targets()).summaryStatistics()))
                .row("noise, root of its mean square", Digits.of(Math.sqrt(squares / problem.size())));
        return new DataView(Optional.of(Figures.of(problem)), List.of(about(facts, problem.provenance())));
    }

    private static Table facts(Dataset data) {
        Table facts = Table.of("property", "value")
                .row("examples", String.format(Locale.ROOT, "%,d", data.size()))
                .row("shape", data.shape().stream().map(String::valueOf).collect(Collectors.joining(" \u00d7 ")));
        if (!data.featureNames().isEmpty()) {
            facts = facts.row("names", named(data.featureNames()));
        }
        facts = facts.row(
                "features",
                spread(IntStream.range(0, data.features().length)
                        .mapToDouble(i -> data.features()[i])
                        .summaryStatistics()));
        return about(facts, data.provenance());
    }

    private static String named(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        return names.size() <= NAMED ? first : first + ", ... (" + names.size() + " in all)";
    }

    private static String spread(DoubleSummaryStatistics numbers) {
        return "from " + Digits.of(numbers.getMin()) + " to " + Digits.of(numbers.getMax()) + ", mean "
                + Digits.of(numbers.getAverage());
    }

    private static Table about(Table facts, Provenance provenance) {
        Table table = facts.row("origin", provenance.origin()).row("licence", provenance.licence());
        for (String step : provenance.steps()) {
            table = table.row("then", step);
        }
        return table;
    }

    private static Table classes(Dataset data) {
        int[] counts = Labels.counts(data);
        Table table = Table.of("class", "examples");
        int listed = counts.length <= CLASSES ? counts.length : CLASSES - 1;
        for (int k = 0; k < listed; k++) {
            table = table.row(data.classes().get(k), counts[k]);
        }
        int others = IntStream.range(listed, counts.length).map(k -> counts[k]).sum();
        return listed == counts.length ? table : table.row((counts.length - listed) + " other classes", others);
    }

    private static Table rows(Dataset data) {
        int width = Math.min(data.width(), COLUMNS);
        List<String> columns = new ArrayList<>(List.of("class"));
        List<String> names = data.featureNames();
        IntStream.range(0, width).forEach(j -> columns.add(names.isEmpty() ? "feature " + j : names.get(j)));
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(data.size(), ROWS); i++) {
            List<Object> row = new ArrayList<>(List.of(data.classes().get(data.labels()[i])));
            for (int j = 0; j < width; j++) {
                row.add(data.features()[i * data.width() + j]);
            }
            rows.add(row);
        }
        String which = width == data.width() ? "" : ", " + width + " of " + data.width() + " features";
        return new Table("The first " + rows.size() + " of " + data.size() + " examples" + which, columns, rows);
    }

    private static Object html(Table table) {
        return new TableView(table).output().data().get("text/html");
    }

    /** The first rows have a line of their own. The HTML holds the picture; the PNG is for what shows no HTML at all. */
    Output output() {
        String html = tables.stream()
                .map(table -> "<div style=\"" + (table.columns().size() > 2 ? "flex-basis:100%" : "max-width:28em")
                        + "\">" + html(table) + "</div>")
                .collect(Collectors.joining("", "<div style=\"display:flex;flex-wrap:wrap;gap:0 2em\">", "</div>"));
        String text = tables.stream().map(Table::toString).collect(Collectors.joining("\n\n"));
        if (picture.isEmpty()) {
            return Output.html(html, text);
        }
        Output still = Output.png(picture.get());
        Map<String, Object> forms = new HashMap<>(still.data());
        forms.put("text/html", "<div>" + picture.get().html() + "</div>" + html);
        forms.put("text/plain", still.text() + "\n\n" + text);
        return new Output(forms, still.metadata());
    }
}
