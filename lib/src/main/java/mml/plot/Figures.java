package mml.plot;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import mml.data.Dataset;
import mml.data.generated.RandomRegression;
import mml.landscape.Curve;
import mml.landscape.FairComparison;
import mml.landscape.Surface;
import mml.landscape.trust.Band;
import mml.math.Check;
import mml.math.Grid;
import mml.math.Grid.Axis;
import mml.train.RateTest;
import mml.train.run.Trace;
import mml.train.run.Watch;
import mml.tribuo.ConfusionMatrix;

/** The usual pictures of the library's own values. Each can be adjusted further, being a figure of its kind. */
public final class Figures {
    /** More points hide each other. */
    private static final int POINTS = 2000;

    /** Of more things that were done to data, the first and the last stand in a title. */
    private static final int STEPS = 3;

    private static final List<String> UNNAMED = List.of("feature 0", "feature 1");

    private Figures() {}

    /**
     * Returns labelled contours of one score of a surface. Of one that is not complete, the values of points that are waiting are
     * interpolated, and how many of them there are is said beside the colours.
     *
     * @param surface of any objective
     * @param score the score's name, such as {@code "loss"}
     * @return contours over the coordinates {@code a} and {@code b}
     * @throws IllegalArgumentException if there is no such score
     */
    public static Contours of(Surface surface, String score) {
        return Contours.of(surface, score, "a", "b");
    }

    /**
     * Returns the contours of surfaces that may be compared beside each other, with one range of colours and one set of levels,
     * which cut all values into ten parts of about equal number. Colours follow the logarithm of the values if all are
     * positive, and the greatest is more than a hundred times the least.
     *
     * @param comparison of at least one surface
     * @return contours over the coordinates {@code a} and {@code b}, each with its name
     * @throws IllegalArgumentException if there is no surface
     * @throws IllegalStateException if no surface has a finite value
     */
    public static Contours of(FairComparison comparison) {
        return Landscapes.of(comparison);
    }

    /**
     * Returns all scores along a line: the first on the left axis, the others on the right. Of a curve that is not complete, points
     * that are waiting are left out, and the axis says how many there are.
     *
     * @param curve of any objective
     * @return lines over the coordinate {@code a}
     * @throws IllegalArgumentException if a score has no finite value
     */
    public static Lines of(Curve curve) {
        return Landscapes.of(curve);
    }

    /**
     * Returns a score over several draws: the median as a line, the quartiles and the range as bands.
     *
     * @param band of any draws
     * @return lines over the coordinate {@code a}, with the number of draws as title
     * @throws IllegalArgumentException if the median is finite nowhere
     */
    public static Lines of(Band band) {
        FiveNumbers numbers =
                new FiveNumbers(band.min(), band.lowerQuartile(), band.median(), band.upperQuartile(), band.max());
        return band("a", band.score(), band.axis().values(), numbers)
                .title(band.score() + " over " + band.draws() + (band.draws() == 1 ? " draw" : " draws"));
    }

    /**
     * Returns how a quantity is distributed along an axis: the median as a line, the quartiles and the range as bands. Others
     * are added with {@link FiveNumbers#addTo}.
     *
     * @param xLabel the axis: what is measured, with its unit
     * @param yLabel the quantity, with its unit
     * @param xs finite numbers, as many as there are points
     * @param numbers the distribution at each
     * @return lines
     * @throws IllegalArgumentException if a label is blank or cannot be drawn, the lengths differ or are 0, an x is not finite
     *     or no median is
     */
    public static Lines band(String xLabel, String yLabel, double[] xs, FiveNumbers numbers) {
        return numbers.addTo(Lines.of(xLabel, yLabel), "median", xs);
    }

    /**
     * Returns loss and accuracy of a training run, and those of validation if there are any.
     *
     * @param trace at least one epoch
     * @return lines over the epoch, counted from 1
     * @throws IllegalArgumentException if there is no epoch, or no loss is finite
     */
    public static Lines of(Trace trace) {
        Check.that(!trace.epochs().isEmpty(), "trace must have at least one epoch, had none");
        return TraceLines.of(trace).lines();
    }

    /**
     * Returns loss and accuracy of a training run that is under way: the last point is the mean over the batches of an epoch
     * that is not complete.
     *
     * @param now at least one step
     * @return lines over the epoch, counted from 1
     * @throws IllegalArgumentException if no step has been made
     */
    public static Lines of(Watch.Moment now) {
        Check.that(now.step() > 0, "run must have made a step, had made none");
        return TraceLines.of(now).lines();
    }

    /**
     * Returns the loss at each rate of a learning-rate range test, with its running mean and the rate at which that falls
     * fastest. What has exploded is cut off at twice the first loss.
     *
     * @param test the test
     * @return lines over the rate, on a logarithmic axis
     */
    public static Lines of(RateTest test) {
        double first = test.smoothed()[0];
        double low = Math.min(0, DoubleStream.of(test.losses()).min().orElse(0));
        return Lines.of("learning rate", "loss")
                .add("loss of a batch", test.rates(), test.losses(), Lines.Style.POINTS)
                .add("running mean", test.rates(), test.smoothed())
                .logX()
                .yRange(low, low + 2 * (first - low))
                .markX("falls fastest", test.steepest());
    }

    /**
     * Returns a confusion matrix as colours: of the examples of each class, the share taken for each class. Right answers are on
     * the diagonal.
     *
     * @param matrix of at least two classes
     * @return a heat map over the classes, counted from 0; a row of a class without examples has no values
     * @throws IllegalArgumentException if there are fewer classes, or no example
     */
    public static HeatMap of(ConfusionMatrix matrix) {
        int classes = matrix.classes().size();
        Check.atLeast("number of classes", classes, 2);
        double[] shares = new double[classes * classes];
        for (int i = 0; i < classes; i++) {
            List<Integer> row = matrix.counts().get(i);
            double total = row.stream().mapToInt(Integer::intValue).sum();
            for (int j = 0; j < classes; j++) {
                shares[i * classes + j] = row.get(j) / total;
            }
        }
        Axis axis = new Axis(0, classes - 1, classes);
        return HeatMap.of(Grid.of(axis, axis, shares), "answer (class)", "true class", "share of the true class")
                .title("Accuracy " + matrix.accuracy());
    }

    /**
     * Returns the points of a data set in the plane, a marker for each class.
     *
     * @param points a data set with two features
     * @return points over both features, titled with the data's name and what was done to them
     * @throws IllegalArgumentException if examples have more or fewer than two features
     */
    public static Lines scatter(Dataset points) {
        Check.that(points.width() == 2, "points must have 2 features, had %s", points.width());
        List<String> names = points.featureNames().isEmpty() ? UNNAMED : points.featureNames();
        Lines lines = Lines.of(names.get(0), names.get(1)).size(480, 480).title(title(points));
        for (int label = 0; label < points.classes().size(); label++) {
            int mine = label;
            int[] rows = IntStream.range(0, points.size())
                    .filter(i -> points.labels()[i] == mine)
                    .toArray();
            if (rows.length > 0) {
                double[] xs = IntStream.of(rows)
                        .mapToDouble(i -> points.features()[2 * i])
                        .toArray();
                double[] ys = IntStream.of(rows)
                        .mapToDouble(i -> points.features()[2 * i + 1])
                        .toArray();
                lines = lines.add(points.classes().get(label), xs, ys, Lines.Style.POINTS);
            }
        }
        return lines;
    }

    /**
     * Returns the first images of a data set, each with its class.
     *
     * @param images a data set of images, of shape {@code [height, width, 1]}, or {@code [height, width, 3]} in colour
     * @param count how many, from 1 to the data's size
     * @return a sheet, seven in a row, titled with the data's name and what was done to them; the least value black and the
     *     greatest white
     * @throws IllegalArgumentException if the examples are no images, or there are fewer
     */
    public static ImageSheet samples(Dataset images, int count) {
        return Samples.sheet(images.first(count)).columns(Math.min(count, 7)).title(title(images));
    }

    /**
     * Returns a look at a data set: of images up to 20, the classes in turn; of points in the plane up to 2,000.
     *
     * @param data any data set
     * @return a sheet of images or points, titled with the data's name and what was done to them; nothing of examples that are
     *     neither
     */
    public static Optional<Figure> of(Dataset data) {
        if (Samples.areImages(data)) {
            return Optional.of(Samples.inTurn(data).title(title(data)));
        }
        return data.width() == 2 ? Optional.of(scatter(data.first(Math.min(data.size(), POINTS)))) : Optional.empty();
    }

    /** The name alone would say that changed data are the old ones. */
    private static String title(Dataset data) {
        List<String> steps = data.provenance().steps();
        String done = steps.size() <= STEPS
                ? String.join("; ", steps)
                : steps.get(0) + "; ... (" + (steps.size() - 2) + " more); " + steps.get(steps.size() - 1);
        return steps.isEmpty() ? data.name() : data.name() + ": " + done;
    }

    /**
     * Returns what a regression looks like along its truth: each target beside the value that the true weights give.
     *
     * @param problem a linear regression
     * @return a point for each of the first 2,000 examples, and the line without noise
     */
    public static Lines of(RandomRegression problem) {
        int count = Math.min(problem.size(), POINTS);
        double[] truth = IntStream.range(0, count).mapToDouble(problem::truth).toArray();
        double[] ends = {
            DoubleStream.of(truth).min().getAsDouble(),
            DoubleStream.of(truth).max().getAsDouble()
        };
        return Lines.of("X w", "y")
                .size(480, 400)
                .title("Random regression")
                .add("examples", truth, Arrays.copyOf(problem.targets(), count), Lines.Style.POINTS)
                .add("without noise", ends, ends);
    }
}
