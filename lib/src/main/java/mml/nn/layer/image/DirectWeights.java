package mml.nn.layer.image;

import java.util.Arrays;
import java.util.stream.IntStream;
import mml.nn.layer.BilinearPass.Examples;
import mml.nn.layer.image.direct.OffsetProduct;
import mml.nn.layer.image.direct.Offsets;

/**
 * The gradient with respect to the weights of a convolution: a row for every number that the window sees, a column for every
 * place, whose numbers are those of the inputs; and the gradient with respect to the outputs, with a row for every place.
 *
 * <p>A large image is taken some lines at a time, small ones some at once: so many places that what belongs to them stays in
 * a core's cache while the rows of the gradient are computed, and that those are seldom read and written.
 */
final class DirectWeights {
    /** How many places at a time, roughly: what belongs to them, of up to 64 channels, fills 32 kB. Twice as many were slower. */
    private static final int PLACES = 128;

    private final OffsetProduct product;
    private final Surrounded inputs;
    private final Widened row;
    private final int seen;
    private final int places;
    private final int together;
    private final int bands;
    private final int band;
    private final Offsets ofTogether;
    private final Offsets ofBand;

    DirectWeights(OffsetProduct product, Sight sight, Surrounded inputs) {
        this.product = product;
        this.inputs = inputs;
        this.row = Widened.of(sight.filters(), product.lanes());
        this.seen = sight.seen();
        this.places = sight.places();
        this.together = Math.max(1, PLACES / places);
        this.bands = bands(sight);
        this.band = sight.output().get(0) / bands * sight.window().stride() * inputs.line();
        int[] view = sight.view(inputs);
        int[] to = IntStream.range(0, seen).map(i -> i * row.width()).toArray();
        this.ofTogether = Offsets.of(view, sight.stands(inputs, together * places), to, row.width());
        this.ofBand = Offsets.of(view, sight.stands(inputs, places / bands), to, row.width());
    }

    /** Into how few bands of equally many lines an image is cut, so that none has more than the places wanted. */
    private static int bands(Sight sight) {
        int lines = sight.output().get(0);
        return IntStream.rangeClosed(1, lines)
                .filter(bands -> lines % bands == 0 && sight.places() / bands <= PLACES)
                .findFirst()
                .orElse(lines);
    }

    /** Adds the gradient of some images of a batch. */
    void add(Examples x, int from, int to, float[] g, float[] into, int at) {
        if (row.isNothing()) {
            addWide(x, from, to, g, into, at);
            return;
        }
        // the sums, and behind them the rows of a piece
        float[] room = row.room(seen + together * places);
        Arrays.fill(room, 0, seen * row.width(), 0);
        addWide(x, from, to, g, room, 0);
        for (int i = 0; i < seen; i++) {
            for (int j = 0; j < row.length(); j++) {
                into[at + i * row.length() + j] += room[i * row.width() + j];
            }
        }
    }

    private void addWide(Examples x, int from, int to, float[] g, float[] into, int at) {
        int image = from;
        for (; together > 1 && image + together <= to; image += together) {
            float[] a = inputs.array(x, image, together);
            add(ofTogether, a, inputs.at(x, image), g, image * places, into, at);
        }
        for (; image < to; image++) {
            float[] a = inputs.array(x, image, 1);
            int aAt = inputs.at(x, image);
            for (int i = 0; i < bands; i++) {
                add(ofBand, a, aAt + i * band, g, image * places + i * (places / bands), into, at);
            }
        }
    }

    private void add(Offsets offsets, float[] a, int aAt, float[] g, int place, float[] into, int at) {
        if (row.isNothing()) {
            product.add(offsets, a, aAt, g, place * row.length(), into, at);
        } else {
            int behind = seen * row.width();
            row.widen(g, place * row.length(), offsets.terms(), into, behind);
            product.add(offsets, a, aAt, into, behind, into, at);
        }
    }
}
