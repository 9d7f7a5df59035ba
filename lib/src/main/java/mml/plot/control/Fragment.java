package mml.plot.control;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mml.plot.Figure;
import mml.plot.chart.Script;
import mml.plot.chart.Text;

/**
 * A control as a part of a page. Its still stands there as images, which a page that strips scripts goes on showing; a
 * script takes their place by the frames and what chooses among them.
 *
 * <p>Nothing in it has an id, and the script finds its element by being inside it: so a page can hold a control twice.
 */
final class Fragment {
    private static final String STYLE = Script.beside(Fragment.class, "control.css");
    private static final String SCRIPT = Script.beside(Fragment.class, "control.js");

    private Fragment() {}

    static String html(Choices choices, List<Figure> figures, byte[][] pictures) {
        int[] still = choices.extremes();
        return "<div class=\"mml-control mathjax_ignore tex2jax_ignore\">\n<style>\n" + STYLE + "</style>\n"
                + "<div class=\"mml-still\">\n" + images(choices, figures, pictures, still) + sentence(choices, still)
                + "</div>\n<script>\n(" + SCRIPT + ")(document.currentScript.parentElement, "
                + data(choices, figures, pictures, still) + ");\n</script>\n</div>\n";
    }

    private static String images(Choices choices, List<Figure> figures, byte[][] pictures, int[] still) {
        return IntStream.of(still)
                .mapToObj(i -> "<figure style=\"display: inline-block; width: 48%; margin: 0 0 8px 0\"><figcaption>"
                        + Text.escaped(choices.caption(i)) + "</figcaption>" + image(figures.get(i), pictures[i])
                        + "</figure>\n")
                .collect(Collectors.joining());
    }

    private static String image(Figure figure, byte[] picture) {
        return "<img style=\"max-width: 100%; height: auto\" width=\"" + figure.width() + "\" height=\""
                + figure.height() + "\" alt=\"" + Text.escaped(figure.alternativeText())
                + "\" src=\"data:image/png;base64,"
                + base64(picture) + "\">";
    }

    private static String sentence(Choices choices, int[] still) {
        return "<p>" + still.length + " of " + choices.frames()
                + " frames. Where scripts may run (in a trusted notebook: " + "run the cell), a control varies "
                + Text.escaped(choices.inWords()) + ".</p>\n";
    }

    /** What the script needs to know; the frames of the still it takes from the page. */
    private static String data(Choices choices, List<Figure> figures, byte[][] pictures, int[] still) {
        String frames = IntStream.range(0, pictures.length)
                .mapToObj(i -> Arrays.binarySearch(still, i) >= 0
                        ? "null"
                        : "{alt: " + Script.text(figures.get(i).alternativeText()) + ", png: \"" + base64(pictures[i])
                                + "\"}")
                .collect(Collectors.joining(",\n", "[\n", "\n]"));
        String parameters = choices.all().stream()
                .map(choice -> "{name: " + Script.text(choice.name()) + ", slides: " + choice.slides() + ", labels: "
                        + choice.labels().stream().map(Script::text).toList() + "}")
                .collect(Collectors.joining(",\n", "[\n", "\n]"));
        return "{choices: " + parameters + ", frames: " + frames + "}";
    }

    private static String base64(byte[] picture) {
        return Base64.getEncoder().encodeToString(picture);
    }
}
