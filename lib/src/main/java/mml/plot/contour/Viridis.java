package mml.plot.contour;

/**
 * Colours from dark violet over green to yellow, whose lightness rises evenly, so that they keep their order for people
 * with colour blindness and on a grey printer.
 *
 * <p>Source: S. van der Walt, N. Smith, the map "viridis" of Matplotlib, 2015; ten of its colours, straight in between.
 */
public final class Viridis {
    private static final int[] COLOURS = {
        0x440154, 0x482878, 0x3e4a89, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6dcd59, 0xb4de2c, 0xfde725
    };

    private Viridis() {}

    /**
     * Returns a colour.
     *
     * @param share from 0, the darkest, to 1; outside it has the colour of the end
     * @return 0xrrggbb
     */
    public static int at(double share) {
        double place = Math.max(0, Math.min(1, share)) * (COLOURS.length - 1);
        int low = Math.min((int) place, COLOURS.length - 2);
        return mixed(COLOURS[low], COLOURS[low + 1], place - low);
    }

    /**
     * Returns a colour that lies between two.
     *
     * @param first 0xrrggbb
     * @param second 0xrrggbb
     * @param share of the way from the first to the second
     * @return 0xrrggbb
     */
    public static int mixed(int first, int second, double share) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = first >> shift & 0xff;
            int to = second >> shift & 0xff;
            mixed |= (int) Math.round(from + share * (to - from)) << shift;
        }
        return mixed;
    }
}
