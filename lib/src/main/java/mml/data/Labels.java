package mml.data;

/** What can be made of the labels of a data set. */
public final class Labels {
    private Labels() {}

    /**
     * Returns the labels as unit vectors.
     *
     * @param data the examples
     * @return {@code [size, classes]} row-major: 1 in the column of the example's class, 0 elsewhere
     */
    public static float[] oneHot(Dataset data) {
        int classes = data.classes().size();
        float[] rows = new float[Math.multiplyExact(data.size(), classes)];
        for (int i = 0; i < data.size(); i++) {
            rows[i * classes + data.labels()[i]] = 1;
        }
        return rows;
    }

    /**
     * Returns how many examples each class has.
     *
     * @param data the examples
     * @return one count a class; 0 for a class without an example
     */
    public static int[] counts(Dataset data) {
        int[] counts = new int[data.classes().size()];
        for (int label : data.labels()) {
            counts[label]++;
        }
        return counts;
    }
}
