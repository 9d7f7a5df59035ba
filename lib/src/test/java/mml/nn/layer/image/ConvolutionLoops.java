package mml.nn.layer.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import mml.nn.layer.Bias;
import mml.nn.layer.image.Window.Padding;

/** A convolution by plain loops, in double precision, with the sum of the absolute values of all terms. */
final class ConvolutionLoops {
    final double[][] sums = new double[3][];
    final double[][] sizes = new double[3][];

    ConvolutionLoops(Convolution layer, ConvolutionBatch batch) {
        int[] lengths = {batch.outputs(), batch.weights(), batch.input.length};
        for (int i = 0; i < 3; i++) {
            sums[i] = new double[lengths[i]];
            sizes[i] = new double[lengths[i]];
        }
        List<Integer> image = batch.image;
        List<Integer> out = layer.output(image);
        int kernel = layer.window().size();
        int margin = layer.window().padding() == Padding.SAME ? kernel / 2 : 0;
        for (int n = 0; n < ConvolutionBatch.SIZE; n++) {
            for (int line = 0; line < out.get(0); line++) {
                for (int place = 0; place < out.get(1); place++) {
                    for (int k = 0; k < kernel * kernel; k++) {
                        int y = line * layer.window().stride() - margin + k / kernel;
                        int x = place * layer.window().stride() - margin + k % kernel;
                        if (y >= 0 && y < image.get(0) && x >= 0 && x < image.get(1)) {
                            int pixel = (n * image.get(0) + y) * image.get(1) + x;
                            addAll(batch, pixel, k, (n * out.get(0) + line) * out.get(1) + place);
                        }
                    }
                }
            }
        }
        for (int i = 0; i < batch.outputs() && layer.bias() == Bias.WITH; i++) {
            add(0, i, batch.parameters[batch.weights() + i % batch.filters]);
        }
    }

    private void addAll(ConvolutionBatch batch, int pixel, int k, int place) {
        int channels = batch.image.get(2);
        for (int c = 0; c < channels; c++) {
            for (int f = 0; f < batch.filters; f++) {
                int in = pixel * channels + c;
                int weight = (k * channels + c) * batch.filters + f;
                int out = place * batch.filters + f;
                add(0, out, (double) batch.input[in] * batch.parameters[weight]);
                add(1, weight, (double) batch.input[in] * batch.gradient[out]);
                add(2, in, (double) batch.parameters[weight] * batch.gradient[out]);
            }
        }
    }

    private void add(int which, int index, double term) {
        sums[which][index] += term;
        sizes[which][index] += Math.abs(term);
    }

    void requireEqual(int which, float[] found) {
        for (int i = 0; i < sums[which].length; i++) {
            assertEquals(sums[which][i], found[i], 4e-6 * sizes[which][i]); // what a product promises
        }
    }
}
