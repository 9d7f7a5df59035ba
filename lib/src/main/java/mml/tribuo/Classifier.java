package mml.tribuo;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import mml.data.Dataset;
import mml.math.Check;
import org.tribuo.Model;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.classification.ensemble.AdaBoostTrainer;
import org.tribuo.classification.ensemble.VotingCombiner;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.Hinge;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.classification.xgboost.XGBoostClassificationTrainer;
import org.tribuo.common.nearest.KNNModel;
import org.tribuo.common.nearest.KNNTrainer;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.math.distance.DistanceType;
import org.tribuo.math.neighbour.NeighboursQueryFactoryType;
import org.tribuo.math.optimisers.AdaGrad;

/**
 * A way to learn to tell classes apart, under a name: one of Tribuo's own as a baseline, or a network.
 *
 * <pre>{@code
 * Model<Label> forest = Classifier.randomForest(784, 1).fit(data);
 * Comparison.of(train, test, List.of(Classifier.logisticRegression(1), new Classifier("network", trainer)));
 * }</pre>
 *
 * <p>The settings are usual ones, not tuned; another trainer of Tribuo's becomes a classifier by the constructor. Features should
 * be of order 1, as images with black 0 and white 1: linear models diverge on grey levels up to 255.
 *
 * @param name in tables
 * @param trainer makes a new trainer at every call: Tribuo's move their seeds on with every training
 */
public record Classifier(String name, Supplier<Trainer<Label>> trainer) {
    private static final int PASSES = 5;
    private static final int BATCH = 16;
    private static final int NEIGHBOURS = 5;
    private static final int TREES = 20;
    private static final int STUMPS = 30;
    private static final int ROUNDS = 20;
    /** How many examples a leaf must have. */
    private static final float LEAF = 5;
    /** What a leaf must weigh in AdaBoost, where the weights of all examples sum to 1. */
    private static final float LEAST = 1e-3f;

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it is blank, or the trainer null
     */
    public Classifier {
        Check.notBlank("name", name);
        Check.that(trainer != null, "trainer of %s must not be null", name);
        Quiet.please();
    }

    /**
     * Takes a network, whose trainer does the same at every call.
     *
     * @param name in tables
     * @param trainer of the network
     * @throws IllegalArgumentException if the name is blank, or the trainer null
     */
    public Classifier(String name, NetworkTrainer trainer) {
        this(name, trainer == null ? null : () -> trainer);
    }

    /**
     * Returns all baselines below; without XGBoost where it has no library for this platform.
     *
     * @param width how many features an example has, at least 1
     * @param seed of each of them
     * @return six, or five
     * @throws IllegalArgumentException if the width is below 1
     */
    public static List<Classifier> baselines(int width, long seed) {
        List<Classifier> everywhere = List.of(
                nearestNeighbours(),
                logisticRegression(seed),
                linearSvm(seed),
                randomForest(width, seed),
                adaBoost(seed));
        try {
            return Stream.concat(everywhere.stream(), Stream.of(xgBoost(seed))).toList();
        } catch (UnsupportedOperationException noLibrary) {
            return everywhere;
        }
    }

    /**
     * Returns multinomial logistic regression, by five passes of AdaGrad.
     *
     * @param seed of the order of the examples
     * @return the classifier
     */
    public static Classifier logisticRegression(long seed) {
        return new Classifier(
                "logistic regression",
                () -> new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(0.1), PASSES, BATCH, seed));
    }

    /**
     * Returns a linear support vector machine: the hinge loss of the largest wrong margin, by five passes of AdaGrad.
     *
     * @param seed of the order of the examples
     * @return the classifier
     */
    public static Classifier linearSvm(long seed) {
        return new Classifier(
                "linear SVM", () -> new LinearSGDTrainer(new Hinge(), new AdaGrad(0.1), PASSES, BATCH, seed));
    }

    /**
     * Returns the majority of the five nearest neighbours, by Euclidean distance. It learns nothing and is slow to predict: some
     * 0.5 ms an image of 784 pixels beside 2,000, and as much more as there are more.
     *
     * @return the classifier
     */
    public static Classifier nearestNeighbours() {
        return new Classifier(
                NEIGHBOURS + " nearest neighbours",
                () -> new KNNTrainer<>(
                        NEIGHBOURS,
                        DistanceType.L2.getDistance(),
                        Runtime.getRuntime().availableProcessors(),
                        new VotingCombiner(),
                        KNNModel.Backend.THREADPOOL,
                        NeighboursQueryFactoryType.BRUTE_FORCE));
    }

    /**
     * Returns a random forest of 20 trees, each split of which sees a share {@code 1 / sqrt(width)} of the features.
     *
     * @param width how many features an example has, at least 1
     * @param seed of samples and features
     * @return the classifier
     * @throws IllegalArgumentException if the width is below 1
     */
    public static Classifier randomForest(int width, long seed) {
        float share = (float) (1 / Math.sqrt(Check.positive("width", width)));
        return new Classifier("random forest of " + TREES, () -> {
            CARTClassificationTrainer tree =
                    new CARTClassificationTrainer(Integer.MAX_VALUE, LEAF, 0, share, false, new GiniIndex(), seed);
            return new RandomForestTrainer<>(tree, new VotingCombiner(), TREES, seed);
        });
    }

    /**
     * Returns AdaBoost (SAMME) with 30 trees of depth 3.
     *
     * @param seed of the samples
     * @return the classifier
     */
    public static Classifier adaBoost(long seed) {
        return new Classifier("AdaBoost of " + STUMPS, () -> {
            CARTClassificationTrainer tree =
                    new CARTClassificationTrainer(3, LEAST, 0, 1, false, new GiniIndex(), seed);
            return new AdaBoostTrainer(tree, STUMPS, seed);
        });
    }

    /**
     * Returns gradient-boosted trees: 20 rounds of XGBoost.
     *
     * @param seed of the samples
     * @return the classifier
     * @throws UnsupportedOperationException if XGBoost has no library for this platform: it has for Linux, Windows and macOS on
     *     x86-64 only
     */
    public static Classifier xgBoost(long seed) {
        try {
            Class.forName("ml.dmlc.xgboost4j.java.XGBoostJNI");
        } catch (ClassNotFoundException | LinkageError e) {
            throw new UnsupportedOperationException(
                    "XGBoost has no library for " + System.getProperty("os.name") + " on "
                            + System.getProperty("os.arch") + ": leave it out",
                    e);
        }
        return new Classifier(
                "XGBoost of " + ROUNDS,
                () -> new XGBoostClassificationTrainer(
                        ROUNDS, 0.3, 0, 6, 1, 1, 1, 1, 0, Runtime.getRuntime().availableProcessors(), true, seed));
    }

    /**
     * Returns the model for a data set: the same at every call.
     *
     * @param data what is learnt from
     * @return a model of Tribuo, for examples as {@link Conversion#toTribuo} makes them
     */
    public Model<Label> fit(Dataset data) {
        return fit(Conversion.toTribuo(data));
    }

    Model<Label> fit(org.tribuo.Dataset<Label> data) {
        return trainer.get().train(data);
    }
}
