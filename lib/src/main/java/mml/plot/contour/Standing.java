package mml.plot.contour;

import mml.plot.scale.Numbers;

/** How a value stands to a scale of colours, and how a dot is painted whose value is not on it. */
public enum Standing {
    /** On the scale. */
    WITHIN(0, 0) {
        @Override
        boolean isStripe(int column, int row) {
            return false;
        }
    },
    /** Above the upper end at which it is clipped. */
    ABOVE(0xcc79a7, 0xf3dde9) {
        @Override
        boolean isStripe(int column, int row) {
            return isRising(column, row);
        }
    },
    /** Below the lower end at which it is clipped, or not positive on a logarithmic scale. */
    BELOW(0xe69f00, 0xfbe6bb) {
        @Override
        boolean isStripe(int column, int row) {
            return isFalling(column, row);
        }
    },
    /** Positive infinity: a loss that has overflowed. */
    PLUS_INFINITY(0x4d4d4d, 0xffffff) {
        @Override
        boolean isStripe(int column, int row) {
            return isRising(column, row) || isFalling(column, row);
        }
    },
    /** Negative infinity. */
    MINUS_INFINITY(0xffffff, 0x4d4d4d) {
        @Override
        boolean isStripe(int column, int row) {
            return isRising(column, row) || isFalling(column, row);
        }
    },
    /** NaN: not computed, or not a number. */
    NO_VALUE(0xdddddd, 0x888888) {
        @Override
        boolean isStripe(int column, int row) {
            return isRising(column, row);
        }
    };

    /** From one stripe to the next, in dots. */
    private static final int PERIOD = 14;

    private static final int THICKNESS = 3;

    private final int ground;
    private final int stripe;

    Standing(int ground, int stripe) {
        this.ground = ground;
        this.stripe = stripe;
    }

    abstract boolean isStripe(int column, int row);

    private static boolean isRising(int column, int row) {
        return Math.floorMod(column + row, PERIOD) < THICKNESS;
    }

    private static boolean isFalling(int column, int row) {
        return Math.floorMod(column - row, PERIOD) < THICKNESS;
    }

    /**
     * Returns the colour of a dot. Each standing has stripes of its own, so that it is told from the others in grey too.
     *
     * @param column of the dot
     * @param row of the dot
     * @return 0xrrggbb; of no meaning on the scale
     */
    public int at(int column, int row) {
        return isStripe(column, row) ? stripe : ground;
    }

    /**
     * Returns the colour without the stripes.
     *
     * @return 0xrrggbb; of no meaning on the scale
     */
    public int plain() {
        return ground;
    }

    /**
     * Returns whether the value is a number but not one of the scale.
     *
     * @return true if it is clipped at an end
     */
    public boolean isClipped() {
        return this == ABOVE || this == BELOW;
    }

    /**
     * Returns what a legend says.
     *
     * @param end where it is clipped, NaN if only because a logarithm has no place for it; of no meaning for others
     * @return a few words
     */
    public String inWords(double end) {
        return switch (this) {
            case WITHIN -> "on the scale";
            case ABOVE, BELOW -> Double.isNaN(end) ? "not positive" : "clipped at " + Numbers.text(end);
            case PLUS_INFINITY -> "+\u221e";
            case MINUS_INFINITY -> "\u2212\u221e";
            case NO_VALUE -> "no value (NaN)";
        };
    }
}
