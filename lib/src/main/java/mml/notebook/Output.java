package mml.notebook;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import mml.math.Check;
import mml.plot.Figure;
import mml.plot.chart.Text;

/**
 * What a notebook shows of one value, in several forms; the page takes the richest that it can show.
 *
 * @param data the forms by MIME type; plain text is always among them
 * @param metadata what the page must know about a form, by MIME type
 */
record Output(Map<String, Object> data, Map<String, Object> metadata) {
    private static final String TEXT = "text/plain";
    private static final String HTML = "text/html";
    private static final String PNG = "image/png";

    Output {
        data = Map.copyOf(data);
        metadata = Map.copyOf(metadata);
        Check.that(data.containsKey(TEXT), "data must have a form %s, has %s", TEXT, data.keySet());
    }

    static Output text(String text) {
        return new Output(Map.of(TEXT, text), Map.of());
    }

    static Output html(String html, String text) {
        return new Output(Map.of(HTML, html, TEXT, text), Map.of());
    }

    /** Width and height are those at which the picture is shown; it has more pixels, so that it is crisp. */
    static Output png(byte[] png, int width, int height, String alternativeText) {
        return new Output(
                Map.of(PNG, Base64.getEncoder().encodeToString(png), TEXT, alternativeText),
                Map.of(PNG, Map.of("width", width, "height", height, "alt", alternativeText)));
    }

    static Output png(Figure figure) {
        return png(figure.png(), figure.width(), figure.height(), figure.alternativeText());
    }

    /** The HTML holds a still already, for pages that strip its script; the picture is for what shows no HTML at all. */
    static Output page(String html, Output picture) {
        Map<String, Object> forms = new HashMap<>(picture.data());
        forms.put(HTML, html);
        return new Output(forms, picture.metadata());
    }

    /** A picture over a sentence. */
    static Output captioned(Figure figure, String sentence) {
        Output picture = png(figure);
        Map<String, Object> forms = new HashMap<>(picture.data());
        forms.put(HTML, "<div>" + figure.html() + "</div><p>" + Text.escaped(sentence) + "</p>");
        forms.put(TEXT, picture.text() + "\n\n" + sentence);
        return new Output(forms, picture.metadata());
    }

    String text() {
        return (String) data.get(TEXT);
    }
}
