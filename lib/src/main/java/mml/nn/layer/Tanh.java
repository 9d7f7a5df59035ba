package mml.nn.layer;

/** The hyperbolic tangent, of slope {@code 1 - tanh(x)^2}. */
public record Tanh() implements Activation {
    @Override
    public void apply(float[] input, int at, int count, float[] output) {
        for (int i = 0; i < count; i++) {
            output[i] = (float) Math.tanh(input[at + i]);
        }
    }

    @Override
    public void timesSlope(float[] output, int count, float[] gradient) {
        for (int i = 0; i < count; i++) {
            gradient[i] *= 1 - output[i] * output[i];
        }
    }
}
