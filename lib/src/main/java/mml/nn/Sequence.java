package mml.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import mml.math.Check;
import mml.math.Layout;
import mml.math.Randomness;

/**
 * Layers one after the other.
 *
 * @param layers at least one
 */
public record Sequence(List<Layer> layers) implements Layer {
    /**
     * Checks that there is a layer.
     *
     * @throws IllegalArgumentException if there is none, or one is null
     */
    public Sequence {
        Check.that(!layers.isEmpty(), "layers must not be empty");
        for (int i = 0; i < layers.size(); i++) {
            Check.that(layers.get(i) != null, "layers must not be null, layer %s of %s was", i, layers.size());
        }
        layers = List.copyOf(layers);
    }

    @Override
    public List<Integer> output(List<Integer> input) {
        List<Integer> shape = input;
        for (Layer layer : layers) {
            shape = layer.output(shape);
        }
        return shape;
    }

    @Override
    public List<Layout.Block> blocks(List<Integer> input) {
        List<Layout.Block> blocks = new ArrayList<>();
        List<Integer> shape = input;
        for (Layer layer : layers) {
            // first, since it refuses a shape that the layer cannot take
            List<Integer> output = layer.output(shape);
            blocks.addAll(layer.blocks(shape));
            shape = output;
        }
        return blocks;
    }

    @Override
    public boolean mixesExamples() {
        return layers.stream().anyMatch(Layer::mixesExamples);
    }

    @Override
    public Sequence withParts(UnaryOperator<Layer> change) {
        return new Sequence(layers.stream().map(change).toList());
    }

    @Override
    public Pass pass(List<Integer> input, int capacity, Layout layout, Mode mode) {
        List<Pass> passes = new ArrayList<>();
        List<Integer> shape = input;
        for (Layer layer : layers) {
            passes.add(layer.pass(shape, capacity, layout, mode));
            shape = layer.output(shape);
        }
        return new SequencePass(List.copyOf(passes), Step.of(passes));
    }

    /** A pass, and the element-wise one after it that it does as well on the way forward; null if there is none. */
    private record Step(Pass pass, Elementwise next) {
        static List<Step> of(List<Pass> passes) {
            List<Step> steps = new ArrayList<>();
            for (Pass pass : passes) {
                int last = steps.size() - 1;
                if (pass instanceof Elementwise next && last >= 0 && steps.get(last).next == null) {
                    steps.set(last, new Step(steps.get(last).pass, next));
                } else {
                    steps.add(new Step(pass, null));
                }
            }
            return List.copyOf(steps);
        }

        float[] forward(float[] parameters, float[] input, int at, int rows) {
            return next == null
                    ? pass.forward(parameters, input, at, rows)
                    : pass.forward(parameters, input, at, rows, next);
        }

        float[] forward(float[] parameters, float[] input, int at, int rows, Elementwise after) {
            return next == null
                    ? pass.forward(parameters, input, at, rows, after)
                    : after.forward(parameters, forward(parameters, input, at, rows), 0, rows);
        }
    }

    /** All passes, and the same in steps forward; the way back goes through each on its own. */
    private record SequencePass(List<Pass> passes, List<Step> steps) implements Pass {
        @Override
        public float[] forward(float[] parameters, float[] input, int at, int rows) {
            float[] values = input;
            for (int i = 0; i < steps.size(); i++) {
                values = steps.get(i).forward(parameters, values, i == 0 ? at : 0, rows);
            }
            return values;
        }

        @Override
        public float[] forward(float[] parameters, float[] input, int at, int rows, Elementwise next) {
            float[] values = input;
            int last = steps.size() - 1;
            for (int i = 0; i < last; i++) {
                values = steps.get(i).forward(parameters, values, i == 0 ? at : 0, rows);
            }
            return steps.get(last).forward(parameters, values, last == 0 ? at : 0, rows, next);
        }

        @Override
        public float[] backward(float[] parameters, float[] outputGradient, float[] gradient) {
            return passes.get(0).backward(parameters, backToFirst(parameters, outputGradient, gradient), gradient);
        }

        @Override
        public void backwardFirst(float[] parameters, float[] outputGradient, float[] gradient) {
            passes.get(0).backwardFirst(parameters, backToFirst(parameters, outputGradient, gradient), gradient);
        }

        private float[] backToFirst(float[] parameters, float[] outputGradient, float[] gradient) {
            float[] values = outputGradient;
            for (int i = passes.size() - 1; i > 0; i--) {
                values = passes.get(i).backward(parameters, values, gradient);
            }
            return values;
        }

        @Override
        public float[] forwardTangent(float[] parameters, float[] direction, float[] inputTangent) {
            float[] tangents = inputTangent;
            for (Pass pass : passes) {
                tangents = pass.forwardTangent(parameters, direction, tangents);
            }
            return tangents;
        }

        @Override
        public Dual backwardTangent(float[] parameters, float[] direction, Dual outputGradient, float[] product) {
            Dual first = tangentToFirst(parameters, direction, outputGradient, product);
            return passes.get(0).backwardTangent(parameters, direction, first, product);
        }

        @Override
        public void backwardTangentFirst(float[] parameters, float[] direction, Dual outputGradient, float[] product) {
            Dual first = tangentToFirst(parameters, direction, outputGradient, product);
            passes.get(0).backwardTangentFirst(parameters, direction, first, product);
        }

        private Dual tangentToFirst(float[] parameters, float[] direction, Dual outputGradient, float[] product) {
            Dual gradient = outputGradient;
            for (int i = passes.size() - 1; i > 0; i--) {
                gradient = passes.get(i).backwardTangent(parameters, direction, gradient, product);
            }
            return gradient;
        }

        @Override
        public void draw(long seed) {
            for (int i = 0; i < passes.size(); i++) {
                passes.get(i).draw(Randomness.part(seed, i));
            }
        }

        @Override
        public void remember(float[] parameters) {
            passes.forEach(pass -> pass.remember(parameters));
        }
    }
}
