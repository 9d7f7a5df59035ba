package mml.math;

/** The restriction of any objective: forms the vector of each point. */
final class FormedOnPlane implements Objective.OnPlane {
    private final Objective objective;
    private final float[] centre;
    private final float[] first;
    private final float[] second;
    /** Made when it is needed: the one of which others are copies may never be. */
    private float[] point;

    FormedOnPlane(Objective objective, float[] centre, float[] first, float[] second) {
        this.objective = objective;
        this.centre = centre;
        this.first = first;
        this.second = second;
    }

    @Override
    public void scores(double a, double b, double[] out) {
        point = point == null ? new float[centre.length] : point;
        for (int i = 0; i < point.length; i++) {
            double onLine = centre[i] + a * first[i];
            point[i] = (float) (second == null ? onLine : onLine + b * second[i]);
        }
        objective.scores(point, out);
    }

    @Override
    public Objective.OnPlane copy() {
        return new FormedOnPlane(objective.copy(), centre, first, second);
    }
}
