package mml.plot.chart;

import java.awt.Graphics2D;
import java.util.List;
import java.util.function.DoubleToIntFunction;

/** What is drawn over a coloured plane, in its coordinates: a path, for example. Immutable. */
public interface Overlay {
    /**
     * Draws over the plane; what lies outside the plot area is cut off.
     *
     * @param graphics drawn on
     * @param frame where coordinates lie
     * @param colours the plane's colour of a value
     */
    void paint(Graphics2D graphics, Frame frame, DoubleToIntFunction colours);

    /**
     * Returns what labels of the plane keep clear of: of a path under way the whole, so that they stay where they are as it
     * goes on.
     *
     * @return an overlay that covers this one
     */
    default Overlay whole() {
        return this;
    }

    /**
     * Returns what stands above the plot area.
     *
     * @return names with their ink, or none
     */
    List<Legend.Entry> legend();

    /**
     * Returns what is drawn.
     *
     * @return a sentence made from the data, without its full stop
     */
    String inWords();
}
