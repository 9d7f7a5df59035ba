package mml.math;

import java.util.List;

/** The objective {@code sum_i (i + 1) x_i^2}, with the coordinates' sum as a second score: small enough to know by heart. */
public record Bowl(Layout layout) implements Objective {
    @Override
    public List<String> scores() {
        return List.of("value", "sum");
    }

    @Override
    public void scores(float[] at, double[] out) {
        out[0] = 0;
        out[1] = 0;
        for (int i = 0; i < at.length; i++) {
            out[0] += (i + 1.0) * at[i] * at[i];
            out[1] += at[i];
        }
    }

    @Override
    public Objective copy() {
        return this;
    }
}
