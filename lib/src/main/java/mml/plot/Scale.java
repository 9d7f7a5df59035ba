package mml.plot;

import java.util.stream.DoubleStream;
import mml.math.Check;

/** How values are spread along an axis or over colours. */
enum Scale {
    LINEAR {
        @Override
        double forward(double value) {
            return value;
        }

        @Override
        double back(double place) {
            return place;
        }
    },
    LOGARITHMIC {
        @Override
        double forward(double value) {
            return Math.log10(value);
        }

        @Override
        double back(double place) {
            return Math.pow(10, place);
        }
    };

    /** Returns where a value lies on a straight ruler. */
    abstract double forward(double value);

    /** Returns the value at a place of the ruler. */
    abstract double back(double place);

    /** Refuses what a logarithmic scale cannot show, and says how many there are. NaN is left to others. */
    void check(String name, DoubleStream values) {
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
}
