package mml.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import mml.data.Dataset;
import mml.math.Check;

/** Images of a data set as a sheet, each with its class. */
final class Samples {
    private static final int MOST = 20;
    private static final int ROW = 10;
    private static final int ROWS = 4;
    /** A page of a notebook, less a little. */
    private static final int PAGE = 880;

    private Samples() {}

    static boolean areImages(Dataset data) {
        List<Integer> shape = data.shape();
        return shape.size() == 3 && (shape.get(2) == 1 || shape.get(2) == 3);
    }

    static ImageSheet sheet(Dataset images) {
        List<Integer> shape = images.shape();
        Check.that(areImages(images), "images must have shape [height, width, 1] or [height, width, 3], had %s", shape);
        ImageSheet sheet = shape.get(2) == 1
                ? ImageSheet.of(images.features(), shape.get(0), shape.get(1))
                : ImageSheet.ofColour(images.features(), shape.get(0), shape.get(1));
        return sheet.captions(IntStream.of(images.labels())
                .mapToObj(label -> images.classes().get(label))
                .toArray(String[]::new));
    }

    /**
     * The first image of each class in order, then the second of each, and so on: a class keeps its column where that takes no
     * more than four rows, else there are as many columns as fit.
     */
    static ImageSheet inTurn(Dataset images) {
        int classes = images.classes().size();
        int[] shown = turns(images.labels(), classes);
        ImageSheet sheet = sheet(images.select(shown));
        int fitting = IntStream.rangeClosed(2, ROW)
                .filter(columns -> sheet.columns(columns).width() <= PAGE)
                .max()
                .orElse(1);
        int aligned = IntStream.rangeClosed(1, fitting)
                .filter(columns -> classes % columns == 0 && shown.length <= columns * ROWS)
                .max()
                .orElse(fitting);
        return sheet.columns(aligned);
    }

    private static int[] turns(int[] labels, int classes) {
        List<List<Integer>> ofClass = new ArrayList<>();
        IntStream.range(0, classes).forEach(k -> ofClass.add(new ArrayList<>()));
        IntStream.range(0, labels.length)
                .filter(i -> ofClass.get(labels[i]).size() < MOST)
                .forEach(i -> ofClass.get(labels[i]).add(i));
        return IntStream.range(0, MOST)
                .boxed()
                .flatMap(turn ->
                        ofClass.stream().filter(mine -> mine.size() > turn).map(mine -> mine.get(turn)))
                .mapToInt(Integer::intValue)
                .limit(MOST)
                .toArray();
    }
}
