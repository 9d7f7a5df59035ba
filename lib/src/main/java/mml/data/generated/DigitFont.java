package mml.data.generated;

import java.util.Arrays;

/** The ten digits as bitmaps of 5 x 7 pixels, and what lies between the pixels. */
final class DigitFont {
    static final int WIDTH = 5;
    static final int HEIGHT = 7;

    /** The digits side by side, each line one line of pixels. */
    private static final String[] LINES = {
        " ###    #    ###  #####    #  #####   ##  #####  ###   ### ",
        "#   #  ##   #   #    #    ##  #      #        # #   # #   #",
        "#   #   #       #   #    # #  ####  #        #  #   # #   #",
        "#   #   #      #     #  #  #      # ####    #    ###   ####",
        "#   #   #     #       # #####     # #   #  #    #   #     #",
        "#   #   #    #    #   #    #  #   # #   #  #    #   #    # ",
        " ###   ###  #####  ###     #   ###   ###   #     ###   ##  ",
    };

    private static final int STRIDE = WIDTH + 2;
    /** Each digit with one empty pixel round it, so that every pixel of it has neighbours. */
    private static final double[][] INK = new double[10][];

    static {
        Arrays.setAll(INK, DigitFont::framed);
    }

    private DigitFont() {}

    private static double[] framed(int digit) {
        double[] ink = new double[(HEIGHT + 2) * STRIDE];
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                boolean isInk = LINES[row].charAt(digit * (WIDTH + 1) + column) == '#';
                ink[(row + 1) * STRIDE + column + 1] = isInk ? 1 : 0;
            }
        }
        return ink;
    }

    /**
     * Returns the ink at a point, bilinear between the middles of the pixels.
     *
     * @param digit from 0 to 9
     * @param column any number; the middles of the pixels are at 0 to 4
     * @param row any number; the middles of the pixels are at 0 to 6
     * @return from 0 to 1; 0 away from the bitmap
     */
    static double ink(int digit, double column, double row) {
        if (column <= -1 || row <= -1 || column >= WIDTH || row >= HEIGHT) {
            return 0;
        }
        int left = (int) (column + 1);
        int top = (int) (row + 1);
        double right = column + 1 - left;
        double down = row + 1 - top;
        double[] ink = INK[digit];
        int at = top * STRIDE + left;
        return (1 - down) * ((1 - right) * ink[at] + right * ink[at + 1])
                + down * ((1 - right) * ink[at + STRIDE] + right * ink[at + STRIDE + 1]);
    }
}
