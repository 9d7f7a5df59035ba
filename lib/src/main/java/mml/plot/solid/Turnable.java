package mml.plot.solid;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mml.math.Grid;
import mml.plot.chart.ColourBar;
import mml.plot.chart.Script;
import mml.plot.chart.Text;
import mml.plot.contour.Standing;
import mml.plot.plane.Labels;
import mml.plot.plane.Planes;
import mml.plot.scale.Axis;
import mml.plot.scale.Scale;
import mml.plot.scale.Ticks;

/**
 * A surface to be turned, as a part of a page. Its picture stands there, which a page that strips scripts goes on showing; a
 * script takes its place once it has found plotly.js, which the figure itself does not bring: 1.75 MB would come with each.
 */
final class Turnable {
    private static final String STYLE = Script.beside(Turnable.class, "surface.css");
    private static final String SCRIPT = Script.beside(Turnable.class, "surface.js");

    /** The stops of the colours; between them they are straight. */
    private static final int STOPS = 10;

    /** What stands for a height that is clipped below the box or above it. */
    private static final float BELOW = -1;

    private static final float ABOVE = 2;

    private Turnable() {}

    static String html(SurfacePlot plot) {
        return "<div class=\"mml-surface mathjax_ignore tex2jax_ignore\">\n<style>\n" + STYLE + "</style>\n"
                + "<div class=\"mml-still\">\n" + plot.html()
                + "\n<p>A still picture. In JupyterLab (in a trusted notebook: run the cell) and in an exported page it is turned with"
                + " the mouse.</p>\n</div>\n<script>\n(" + SCRIPT + ")(document.currentScript.parentElement, "
                + data(plot)
                + ");\n</script>\n</div>\n";
    }

    private static String data(SurfacePlot plot) {
        Planes planes = plot.planes();
        Relief relief = plot.relief();
        Grid grid = relief.grid();
        return Stream.of(
                        "width: " + plot.width(),
                        "height: " + plot.height(),
                        "title: " + Script.text(planes.all().get(0).title()),
                        "turn: " + View.TURN,
                        "tilt: " + View.TILT,
                        "tall: " + Relief.HEIGHT,
                        "x: " + floor(planes.labels().x(), grid.x()),
                        "y: " + floor(planes.labels().y(), grid.y()),
                        "z: " + heights(planes, relief.axis()),
                        "colours: " + colours(relief),
                        "clipped: " + clipped(planes),
                        "holes: " + holes(planes),
                        "shares: \"" + shares(relief) + "\"")
                .collect(Collectors.joining(",\n", "{\n", "\n}"));
    }

    private static String floor(String label, Grid.Axis axis) {
        return "{label: " + Script.text(label) + ", low: " + axis.low() + ", high: " + axis.high() + ", count: "
                + axis.count() + ", ticks: " + ticks(BoxDrawing.ticks(axis), axis.low(), axis.high()) + "}";
    }

    /** A tick is its value and its text; values along the floor are shares of the axis, as heights are. */
    private static String ticks(List<Ticks.Tick> ticks, double low, double high) {
        return ticks.stream()
                .map(tick -> tick((tick.value() - low) / (high - low), tick.label()))
                .toList()
                .toString();
    }

    private static String tick(double share, String label) {
        return "[" + share + ", " + Script.text(Text.withMinus(label)) + "]";
    }

    private static String heights(Planes planes, Axis axis) {
        if (axis == null) {
            return "{" + names(planes.labels()) + ", ticks: []}";
        }
        String ticks = axis.ticks(BoxDrawing.TICKS).stream()
                .filter(tick -> !tick.label().isEmpty())
                .map(tick -> tick(axis.share(tick.value()), tick.label()))
                .toList()
                .toString();
        boolean isLogarithmic = axis.scale() == Scale.LOGARITHMIC;
        return "{" + names(planes.labels()) + ", low: " + axis.low() + ", high: " + axis.high() + ", logarithmic: "
                + isLogarithmic + ", ticks: " + ticks + "}";
    }

    private static String names(Labels labels) {
        return "label: " + Script.text(labels.value()) + ", colours: " + Script.text(labels.colours());
    }

    private static String colours(Relief relief) {
        return IntStream.range(0, STOPS)
                .mapToObj(i -> i / (STOPS - 1.0))
                .map(share -> "[" + share + ", " + colour(relief.colours().at(share)) + "]")
                .toList()
                .toString();
    }

    private static String colour(int rgb) {
        return String.format(Locale.ROOT, "\"#%06x\"", rgb);
    }

    /** The ends at which there is something clipped, with its colour and words. */
    private static String clipped(Planes planes) {
        return planes.bar().map(ColourBar::clipped).orElse(List.of()).stream()
                .map(standing -> (standing == Standing.ABOVE ? "above" : "below") + ": "
                        + marked(standing, planes.colours().end(standing)))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** What is not finite, in the order of the numbers that stand for it. */
    private static String holes(Planes planes) {
        return Stream.of(Standing.NO_VALUE, Standing.PLUS_INFINITY, Standing.MINUS_INFINITY)
                .map(standing -> planes.holes().contains(standing) ? marked(standing, Double.NaN) : "null")
                .toList()
                .toString();
    }

    private static String marked(Standing standing, double end) {
        return "{colour: " + colour(standing.plain()) + ", words: " + Script.text(standing.inWords(end)) + "}";
    }

    /** The heights row by row as numbers of four bytes, the last byte last; what is not finite stays as it is. */
    private static String shares(Relief relief) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * relief.columns() * relief.rows())
                .order(ByteOrder.LITTLE_ENDIAN);
        for (int row = 0; row < relief.rows(); row++) {
            for (int column = 0; column < relief.columns(); column++) {
                bytes.putFloat(
                        switch (relief.standing(column, row)) {
                            case WITHIN -> (float) relief.share(column, row);
                            case ABOVE -> ABOVE;
                            case BELOW -> BELOW;
                            default -> (float) relief.grid().at(column, row);
                        });
            }
        }
        return Base64.getEncoder().encodeToString(bytes.array());
    }
}
