package mml.nn.layer;

import java.util.Arrays;
import java.util.List;
import mml.math.Layout;
import mml.math.Workers;
import mml.math.Workers.Part;
import mml.nn.Dual;
import mml.nn.Layer;

/** A layer that applies one function to every number. */
interface Activation extends Layer {
    /**
     * Returns the work of applying the function to a range of numbers.
     *
     * @param input the arguments
     * @param output overwritten with the values; may be the same array
     * @return the work of every range
     */
    Part values(float[] input, float[] output);

    /**
     * Returns whether slopes are computed from the arguments: where values lie so near a limit that they no longer tell the slope.
     *
     * @return false, for slopes computed from the values, unless overridden
     */
    default boolean slopesFromArguments() {
        return false;
    }

    /**
     * Returns the work of multiplying a gradient by the function's slopes, in place.
     *
     * @param kept the function's values, or its arguments if {@link #slopesFromArguments}; not modified
     * @param gradient with respect to the values; becomes the one with respect to the arguments
     * @return the work of every range
     */
    Part timesSlope(float[] kept, float[] gradient);

    /**
     * Returns the work of adding to the derivative of a gradient what comes from the change of the slopes: {@code g s'(y) dy}
     * for gradient {@code g}, value {@code y} and slope {@code s(y)}. Nothing for a function made of straight pieces.
     *
     * @param kept the function's values {@code y}, or its arguments if {@link #slopesFromArguments}; not modified
     * @param tangent the values' derivatives {@code dy} along the direction; not modified
     * @param gradient with respect to the values; its values are not modified, its tangents are added to
     * @return the work of every range
     */
    default Part addBend(float[] kept, float[] tangent, Dual gradient) {
        return (from, to) -> {};
    }

    /**
     * Returns for how many values another thread is worth its hand-over of some microseconds.
     *
     * @return at least 1; for a function as quick as memory unless overridden
     */
    default int worthAThread() {
        return Following.QUICK;
    }

    @Override
    default List<Integer> output(List<Integer> input) {
        return input;
    }

    @Override
    default Pass pass(List<Integer> input, int capacity, Layout layout, Mode mode) {
        int width = Layer.size(input);
        return new ActivationPass(this, width, Math.multiplyExact(capacity, width));
    }

    /** An activation at work. */
    final class ActivationPass implements Elementwise {
        private final Activation function;
        private final int width;
        private final int size;
        /** There if the outputs do not take the place of the inputs. */
        private float[] own;

        private float[] kept;
        private float[] tangents;
        private int rows;

        ActivationPass(Activation function, int width, int size) {
            this.function = function;
            this.width = width;
            this.size = size;
        }

        private void each(Part work) {
            Workers.cut(0, rows * width, function.worthAThread(), work);
        }

        @Override
        public float[] forward(float[] parameters, float[] input, int at, int rows) {
            // the compiler makes vectors only of loops whose arrays all begin at 0
            float[] arguments = at == 0 ? input : Arrays.copyOfRange(input, at, at + rows * width);
            Following all = follow(arguments, own(), rows);
            each(all.work());
            return all.outputs();
        }

        @Override
        public Following follow(float[] input, int rows) {
            return follow(input, function.slopesFromArguments() ? own() : input, rows);
        }

        private Following follow(float[] input, float[] outputs, int rows) {
            this.rows = rows;
            kept = function.slopesFromArguments() ? input : outputs;
            return new Following(function.values(input, outputs), function.worthAThread(), outputs);
        }

        private float[] own() {
            own = own == null ? new float[size] : own;
            return own;
        }

        @Override
        public float[] backward(float[] parameters, float[] outputGradient, float[] gradient) {
            each(function.timesSlope(kept, outputGradient));
            return outputGradient;
        }

        @Override
        public float[] forwardTangent(float[] parameters, float[] direction, float[] inputTangent) {
            tangents = tangents == null ? new float[size] : tangents;
            if (inputTangent == null) {
                Arrays.fill(tangents, 0);
            } else {
                System.arraycopy(inputTangent, 0, tangents, 0, rows * width);
                each(function.timesSlope(kept, tangents));
            }
            return tangents;
        }

        @Override
        public Dual backwardTangent(float[] parameters, float[] direction, Dual outputGradient, float[] product) {
            each(function.timesSlope(kept, outputGradient.tangents()));
            each(function.addBend(kept, tangents, outputGradient));
            each(function.timesSlope(kept, outputGradient.values()));
            return outputGradient;
        }
    }
}
