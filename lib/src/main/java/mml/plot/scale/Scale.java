package mml.plot.scale;

import java.util.stream.DoubleStream;
import mml.math.Check;

/** How values are spread along an axis or over colours. */
public enum Scale {
    /** Evenly. */
    LINEAR {
        @Override
        public double forward(double value) {
            return value;
        }

        @Override
        public double back(double place) {
            return place;
        }

        @Override
        public double below(double value) {
            return value - Math.max(1, Math.abs(value));
        }
    },
    /** By their logarithm; for positive values. */
    LOGARITHMIC {
        @Override
        public double forward(double value) {
            return Math.log10(value);
        }

        @Override
        public double back(double place) {
            return Math.pow(10, place);
        }

        @Override
        public double below(double value) {
            return value / 10;
        }
    };

    /**
     * Returns where a value lies on a straight ruler.
     *
     * @param value of the axis
     * @return its place
     */
    public abstract double forward(double value);

    /**
     * Returns the value at a place of the ruler.
     *
     * @param place on the ruler
     * @return the value
     */
    public abstract double back(double place);

    /**
     * Returns a value that is well below another, where nothing says how far.
     *
     * @param value of the axis
     * @return a unit, itself or a decade less
     */
    public abstract double below(double value);

    /**
     * Refuses what a logarithmic scale cannot show, and says how many there are. NaN is left to others.
     *
     * @param name of the argument
     * @param values to be shown
     * @throws IllegalArgumentException if the scale is logarithmic and a value is not positive
     */
    public void check(String name, DoubleStream values) {
        if (this == LOGARITHMIC) {
            long[] counts = new long[2];
            values.forEach(value -> counts[value <= 0 ? 1 : 0]++);
            Check.that(
                    counts[1] == 0,
                    "%s must be positive on a logarithmic scale, %s of %s were not",
                    name,
                    counts[1],
                    counts[0] + counts[1]);
        }
    }

    /**
     * Returns a range that a caller has given.
     *
     * @param low the lower end
     * @param high the upper end
     * @return both
     * @throws IllegalArgumentException unless both are finite and low is less than high
     */
    public static double[] range(double low, double high) {
        Check.finite("low", low);
        Check.finite("high", high);
        Check.that(low < high, "low must be less than high, were %s and %s", low, high);
        return new double[] {low, high};
    }
}
