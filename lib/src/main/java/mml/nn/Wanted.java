package mml.nn;

import java.util.Arrays;
import mml.math.Check;
import mml.math.Parameters;

/** What is wanted of each example: a class, or a number for each output. */
sealed interface Wanted {
    /** Returns for how many examples. */
    int size();

    /** Returns the product of what is wanted of an example (1 at its class) with a row of outputs. */
    double dot(int example, float[] outputs, int from);

    /** Subtracts a multiple of what is wanted of an example from a row. */
    void subtract(int example, float factor, float[] row, int from);

    /** Returns at which output the largest should be. */
    int place(int example);

    /** Returns in how many rows the first largest output is where it should be; a row with a NaN is wrong. */
    default int right(float[] outputs, int[] examples, int at, int rows, int width) {
        int right = 0;
        for (int row = 0; row < rows; row++) {
            int place = place(examples[at + row]);
            float mine = outputs[row * width + place];
            boolean isLargest = true;
            for (int k = 0; k < width && isLargest; k++) {
                float other = outputs[row * width + k];
                isLargest = k < place ? mine > other : mine >= other;
            }
            right += isLargest ? 1 : 0;
        }
        return right;
    }

    /** A class for each example. */
    record Labels(int[] labels) implements Wanted {
        @Override
        public int size() {
            return labels.length;
        }

        @Override
        public double dot(int example, float[] outputs, int from) {
            return outputs[from + labels[example]];
        }

        @Override
        public void subtract(int example, float factor, float[] row, int from) {
            row[from + labels[example]] -= factor;
        }

        @Override
        public int place(int example) {
            return labels[example];
        }

        @Override
        public String toString() {
            return labels.length + " labels, hash " + Integer.toHexString(Arrays.hashCode(labels));
        }
    }

    /** A row of numbers for each example. */
    record Values(float[] values, int width) implements Wanted {
        static Values of(String name, float[] values, int width) {
            Check.positive("outputs of an example", width);
            Check.that(
                    values.length > 0 && values.length % width == 0,
                    "%s must hold a positive multiple of %s numbers, held %s",
                    name,
                    width,
                    values.length);
            Check.finite(name, values);
            return new Values(values, width);
        }

        @Override
        public int size() {
            return values.length / width;
        }

        @Override
        public double dot(int example, float[] outputs, int from) {
            double sum = 0;
            for (int k = 0; k < width; k++) {
                double wanted = values[example * width + k];
                sum += wanted == 0 ? 0 : wanted * outputs[from + k]; // 0 of an infinite output is 0
            }
            return sum;
        }

        @Override
        public void subtract(int example, float factor, float[] row, int from) {
            for (int k = 0; k < width; k++) {
                row[from + k] -= factor * values[example * width + k];
            }
        }

        @Override
        public int place(int example) {
            int place = 0;
            for (int k = 1; k < width; k++) {
                place = values[example * width + k] > values[example * width + place] ? k : place;
            }
            return place;
        }

        @Override
        public String toString() {
            return size() + " rows of targets, SHA-256 " + Parameters.fingerprint(values);
        }
    }
}
