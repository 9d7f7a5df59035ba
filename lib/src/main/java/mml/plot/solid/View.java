package mml.plot.solid;

/**
 * A box seen from afar, by parallel projection: where its points lie on the page.
 *
 * @param scale pixels of a unit
 * @param x of the box's middle on the page
 * @param y of the box's middle on the page
 */
record View(double scale, double x, double y) {
    /** Where the eye stands around the box, from the x axis towards the y axis, in degrees: the low x and y are near. */
    static final int TURN = -60;
    /** How high it stands, in degrees. */
    static final int TILT = 30;

    private static final double SIN_TURN = Math.sin(Math.toRadians(TURN));
    private static final double COS_TURN = Math.cos(Math.toRadians(TURN));
    private static final double SIN_TILT = Math.sin(Math.toRadians(TILT));
    private static final double COS_TILT = Math.cos(Math.toRadians(TILT));

    /** How wide the box is on the page, in units. */
    static final double WIDTH = COS_TURN - SIN_TURN;
    /** How high the box is on the page, in units. */
    static final double HEIGHT = SIN_TILT * (COS_TURN - SIN_TURN) + COS_TILT * Relief.HEIGHT;

    double pageX(double px, double py) {
        return x + scale * (COS_TURN * py - SIN_TURN * px);
    }

    double pageY(double px, double py, double pz) {
        return y + scale * (SIN_TILT * (COS_TURN * px + SIN_TURN * py) - COS_TILT * pz);
    }

    /** Returns how near a point is to the eye. */
    static double nearness(double px, double py, double pz) {
        return COS_TILT * (COS_TURN * px + SIN_TURN * py) + SIN_TILT * pz;
    }

    /** Returns how much light a slope gets, from 0 to 1; the lamp stands at the left of the eye, and higher. */
    static double light(double slopeX, double slopeY) {
        double length = Math.sqrt(slopeX * slopeX + slopeY * slopeY + 1);
        return Math.max(0, (0.65 * slopeX + 0.35 * slopeY + 0.68) / length);
    }
}
