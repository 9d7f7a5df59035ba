package mml.notebook;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import mml.data.Dataset;
import mml.data.generated.RandomRegression;
import mml.math.Layout;
import mml.math.Parameters;
import mml.math.Tabular;
import mml.nn.Network;
import mml.nn.Summary;
import mml.plot.Figure;
import mml.plot.Panels;
import mml.plot.control.Control;
import mml.plot.solid.SurfacePlot;
import mml.seminar.handout.Handout;

/** How values show themselves: figures as pictures, data sets as pictures with tables, landscapes as
 * pictures with a sentence, parameters and records as tables, arrays in one line. */
final class Rendering {
    /** Arrays up to this length are written whole. */
    private static final int WHOLE = 8;
    /** Of longer arrays the first numbers are written. */
    private static final int FIRST = 4;
    /** Of a record's longer components the beginning is written. */
    private static final int LONGEST = 200;
    /** What a page shows at full size. */
    private static final int PAGE = 900;

    private Rendering() {}

    /** Teaches a kernel to show the values that have a form of their own. */
    static void teach(Kernel kernel) {
        LandscapeView.TYPES.forEach(type -> kernel.register(type, Rendering::of));
        List.of(
                        Figure.class,
                        Control.class,
                        Table.class,
                        Tabular.class,
                        Dataset.class,
                        Parameters.class,
                        Layout.class,
                        Network.class,
                        Handout.class,
                        Record.class,
                        double[].class,
                        float[].class,
                        int[].class)
                .forEach(type -> kernel.register(type, Rendering::of));
    }

    static Output of(Object value) {
        if (value instanceof SurfacePlot surface) {
            return Output.page(surface.turnable(), Output.png(surface));
        } else if (value instanceof Figure figure) {
            return Output.png(figure);
        } else if (value instanceof Control control) {
            return Output.page(control.html(), still(control));
        } else if (value instanceof Dataset data) {
            return DataView.of(data).output();
        } else if (value instanceof RandomRegression problem) {
            return DataView.of(problem).output();
        } else if (value instanceof Table table) {
            return new TableView(table).output();
        } else if (value instanceof Tabular tabular && tabular.rows().isEmpty()) {
            return Output.text(tabular.toString());
        } else if (value instanceof Tabular tabular) {
            return new TableView(new Table(tabular.toString(), tabular.columns(), tabular.rows())).output();
        } else if (value instanceof Parameters parameters) {
            return new TableView(blocks(parameters)).output();
        } else if (value instanceof Layout layout) {
            return new TableView(blocks(layout)).output();
        } else if (value instanceof Network network) {
            return new TableView(layers(network.summary())).output();
        } else if (value instanceof Summary summary) {
            return new TableView(layers(summary)).output();
        } else if (value instanceof Handout handout) {
            return Output.html(handout.html(), handout.markdown());
        }
        return LandscapeView.of(value).orElseGet(() -> inWords(value));
    }

    private static Output inWords(Object value) {
        return value instanceof Record values && !saysItself(values)
                ? new TableView(components(values)).output()
                : Output.text(inOneLine(value));
    }

    /** A record with a text of its own, such as a long training run, is better shown by it than by all that it holds. */
    private static boolean saysItself(Record values) {
        return !values.toString().startsWith(values.getClass().getSimpleName() + "[");
    }

    /** Figures that follow each other are set side by side, in one picture, but for surfaces, which are turned. */
    static List<Output> all(List<?> values) {
        List<Output> outputs = new ArrayList<>();
        List<Figure> row = new ArrayList<>();
        for (Object value : values) {
            if (value instanceof Figure figure && !(value instanceof SurfacePlot)) {
                row.add(figure);
            } else {
                sideBySide(row).map(Rendering::of).ifPresent(outputs::add);
                row.clear();
                outputs.add(of(value));
            }
        }
        sideBySide(row).map(Rendering::of).ifPresent(outputs::add);
        return outputs;
    }

    /** As many beside each other as the page has room for, the others below. */
    private static Optional<Figure> sideBySide(List<Figure> figures) {
        if (figures.size() <= 1) {
            return figures.stream().findFirst();
        }
        Figure[] all = figures.toArray(Figure[]::new);
        return IntStream.iterate(all.length, columns -> columns - 1)
                .limit(all.length)
                .<Figure>mapToObj(columns -> Panels.grid(columns, all))
                .filter(grid -> grid.width() <= PAGE)
                .findFirst()
                .or(() -> Optional.of(Panels.column(all)));
    }

    static String inOneLine(Object value) {
        if (value != null && value.getClass().isArray()) {
            return array(value);
        } else if (value instanceof Double number) {
            return Digits.exact(number);
        } else if (value instanceof Figure figure) {
            return figure.alternativeText();
        }
        return String.valueOf(value).replaceAll("\\s*\\R\\s*", " ");
    }

    private static String array(Object values) {
        Class<?> type = values.getClass().getComponentType();
        int length = Array.getLength(values);
        String name = values.getClass().getSimpleName().replaceFirst("\\[", "[" + length);
        if (length == 0 || !type.isPrimitive() || type == boolean.class) {
            return name;
        }
        double[] numbers = IntStream.range(0, length)
                .mapToDouble(i -> Array.getDouble(values, i))
                .toArray();
        String first = DoubleStream.of(numbers)
                .limit(length <= WHOLE ? WHOLE : FIRST)
                .mapToObj(Digits::of)
                .collect(Collectors.joining(", "));
        return name + ": " + first + (length <= WHOLE ? "" : ", ... (" + spread(numbers) + ")");
    }

    private static String spread(double[] numbers) {
        DoubleSummaryStatistics known =
                DoubleStream.of(numbers).filter(number -> !Double.isNaN(number)).summaryStatistics();
        long missing = numbers.length - known.getCount();
        String range = "from " + Digits.of(known.getMin()) + " to " + Digits.of(known.getMax());
        return known.getCount() == 0 ? "all NaN" : missing == 0 ? range : range + ", " + missing + " NaN";
    }

    /** A page joins spaces, but not these. */
    private static Table layers(Summary summary) {
        Table table = Table.of("layer", "kind", "output", "parameters").caption(summary.title());
        for (Summary.Row row : summary.rows()) {
            table = table.row(
                    "\u00a0\u00a0".repeat(row.depth()) + row.layer(), row.kind(), row.shape(), row.parameters());
        }
        return table.row("total", "", "", summary.parameters());
    }

    private static Table blocks(Layout layout) {
        Table table = Table.of("block", "kind", "shape", "numbers").caption(layout.toString());
        for (Layout.Block block : layout.blocks()) {
            table = table.row(block.name(), kind(block), shape(block), block.size());
        }
        return table;
    }

    private static Table blocks(Parameters parameters) {
        Table table = Table.of("block", "kind", "shape", "numbers", "norm").caption(parameters.toString());
        for (Layout.Block block : parameters.layout().blocks()) {
            float[] numbers = parameters.block(block.name());
            double squares = 0;
            for (float number : numbers) {
                squares += (double) number * number;
            }
            table = table.row(block.name(), kind(block), shape(block), block.size(), Math.sqrt(squares));
        }
        return table;
    }

    private static String kind(Layout.Block block) {
        return block.kind().name().toLowerCase(Locale.ROOT);
    }

    private static String shape(Layout.Block block) {
        return block.shape().stream().map(String::valueOf).collect(Collectors.joining(" \u00d7 "));
    }

    private static Table components(Record values) {
        Table table = Table.of("name", "value").caption(values.getClass().getSimpleName());
        for (RecordComponent component : values.getClass().getRecordComponents()) {
            table = table.row(component.getName(), shortened(inOneLine(value(values, component))));
        }
        return table;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }

    private static Object value(Record values, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " must be readable", e);
        }
    }

    private static Output still(Control control) {
        return Output.png(
                control.png(), control.still().width(), control.still().height(), control.toString());
    }
}
