package mml.train;

import java.util.Arrays;
import mml.data.Dataset;
import mml.math.Randomness;
import mml.math.Workers;
import mml.nn.Dual;
import mml.nn.Layer;
import mml.nn.Layer.Mode;
import mml.nn.Layer.Pass;
import mml.nn.Network;
import mml.train.batch.Augmentation;

/** A network at work on some rows at a time: their features, the pass through the layers, and the sums of what they score. */
final class Lane {
    /** For how many numbers another thread is worth its hand-over of some microseconds: 10 of copying. */
    private static final int WORTH_A_THREAD = 1 << 14;

    private final Augmentation augmentation;
    private final int capacity;
    private final Pass pass;
    private final float[] gathered;
    private final int[] examples;
    private final float[] outputGradient;
    private Rows rows;
    private int count;
    private float[] features;
    private int at;
    private double sum;
    private int right;

    Lane(Network network, Mode mode, Augmentation augmentation, int capacity) {
        this.augmentation = augmentation;
        this.capacity = capacity;
        this.pass = network.pass(capacity, mode);
        this.gathered = new float[Math.multiplyExact(capacity, Layer.size(network.input()))];
        this.examples = new int[capacity];
        this.outputGradient = new float[Math.multiplyExact(capacity, network.outputs())];
    }

    int capacity() {
        return capacity;
    }

    /** Sets the sums to 0. */
    void clear() {
        sum = 0;
        right = 0;
    }

    /** Returns the sum of the losses since {@link #clear}. */
    double sum() {
        return sum;
    }

    /** Returns how many answers were right since {@link #clear}. */
    int right() {
        return right;
    }

    /** Some rows of a batch: of those cut into parts of a size, the part of a number. */
    record Part(Rows rows, Rows.Batch batch, int size, int number) {
        int begin() {
            return number * size;
        }

        int count() {
            return Math.min(size, batch.count() - begin());
        }
    }

    /** Finds the rows of a part: where they lie, if they follow each other there and stay as they are, else in a copy. */
    void take(Part part) {
        Rows.Batch batch = part.batch();
        rows = part.rows();
        count = part.count();
        pass.draw(Randomness.part(batch.seed(), part.number()));
        System.arraycopy(batch.order(), batch.from() + part.begin(), examples, 0, count);
        Dataset data = rows.data();
        if (augmentation.isNone() && follow()) {
            features = data.features();
            at = examples[0] * data.width();
        } else {
            features = gathered;
            at = 0;
            // part -1: the others are of what the layers draw
            gather(data, Randomness.part(batch.seed(), -1));
        }
    }

    private boolean follow() {
        for (int i = 1; i < count; i++) {
            if (examples[i] != examples[0] + i) {
                return false;
            }
        }
        return true;
    }

    private void gather(Dataset data, long seed) {
        Workers.cut(0, count, Math.max(1, WORTH_A_THREAD / data.width()), (from, to) -> {
            for (int i = from; i < to; i++) {
                gather(data, seed, i);
            }
        });
    }

    private void gather(Dataset data, long seed, int i) {
        int width = data.width();
        if (augmentation.isNone()) {
            System.arraycopy(data.features(), examples[i] * width, gathered, i * width, width);
        } else {
            augmentation.write(new Augmentation.Image(data, examples[i]), seed, gathered, i * width);
        }
    }

    private float[] forward(float[] parameters) {
        return pass.forward(parameters, features, at, count);
    }

    /** Adds what the rows score, and keeps the gradient with respect to their outputs, times {@code scale}. */
    void score(float[] parameters, double scale) {
        float[] outputs = forward(parameters);
        right += rows.loss().right(outputs, examples, 0, count);
        sum += rows.loss().gradient(outputs, examples, 0, count, scale, outputGradient);
    }

    /** Multiplies the gradient that is kept. */
    void scale(float factor) {
        for (int i = 0; i < count * rows.loss().width(); i++) {
            outputGradient[i] *= factor;
        }
    }

    /** Goes back with the gradient that is kept, and adds the one with respect to the parameters. */
    void addGradient(float[] parameters, float[] gradient) {
        pass.backwardFirst(parameters, outputGradient, gradient);
    }

    /** Adds {@code scale} times the product of the Hessian with a direction. */
    void addHessianTimes(float[] parameters, float[] direction, double scale, float[] product) {
        float[] outputs = forward(parameters);
        float[] tangents = pass.forwardTangent(parameters, direction, null);
        rows.loss().gradient(outputs, examples, 0, count, scale, outputGradient);
        float[] moved = Arrays.copyOf(tangents, count * rows.loss().width());
        rows.loss().hessianTimes(outputs, count, scale, moved);
        pass.backwardTangentFirst(parameters, direction, new Dual(outputGradient, moved), product);
    }

    /** Adds {@code scale} times the product of the Gauss-Newton matrix with a direction. */
    void addGaussNewtonTimes(float[] parameters, float[] direction, double scale, float[] product) {
        float[] outputs = forward(parameters);
        float[] tangents = pass.forwardTangent(parameters, direction, null);
        System.arraycopy(tangents, 0, outputGradient, 0, count * rows.loss().width());
        rows.loss().hessianTimes(outputs, count, scale, outputGradient);
        pass.backwardFirst(parameters, outputGradient, product);
    }

    /** Moves the remembered statistics in the parameters' state blocks towards those of the rows. */
    void remember(float[] parameters) {
        pass.remember(parameters);
    }
}
