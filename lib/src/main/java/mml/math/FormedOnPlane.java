package mml.math;

/** The restriction of any objective: forms the vector of each point. */
record FormedOnPlane(Objective objective, float[] centre, float[] first, float[] second, float[] point)
        implements Objective.OnPlane {
    @Override
    public void scores(double a, double b, double[] out) {
        for (int i = 0; i < point.length; i++) {
            double onLine = centre[i] + a * first[i];
            point[i] = (float) (second == null ? onLine : onLine + b * second[i]);
        }
        objective.scores(point, out);
    }

    @Override
    public Objective.OnPlane copy() {
        return new FormedOnPlane(objective.copy(), centre, first, second, new float[point.length]);
    }
}
