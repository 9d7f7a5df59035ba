package mml.data.generated;

import java.util.random.RandomGenerator;

/** The three kinds of objects of Shapeset: the regular polygon from which each is made. */
enum Shape {
    TRIANGLE(3),
    PARALLELOGRAM(4),
    /** The generator of the paper draws ellipses as polygons of 20 vertices. */
    ELLIPSE(20);

    private static final Shape[] ALL = values();

    /** Vertices on the circle of radius 1/2, an edge at the bottom. */
    private final double[] x;

    private final double[] y;

    Shape(int vertices) {
        x = new double[vertices];
        y = new double[vertices];
        for (int t = 0; t < vertices; t++) {
            double angle = 2 * Math.PI * ((t + 0.5) / vertices + 0.25);
            x[t] = 0.5 * Math.cos(angle);
            y[t] = 0.5 * Math.sin(angle);
        }
    }

    static Shape random(RandomGenerator random) {
        return ALL[random.nextInt(ALL.length)];
    }

    int vertices() {
        return x.length;
    }

    double x(int vertex) {
        return x[vertex];
    }

    double y(int vertex) {
        return y[vertex];
    }

    /** Returns the area relative to that of the circle round the polygon. */
    double areaRatio() {
        return vertices() * Math.sin(2 * Math.PI / vertices()) / (2 * Math.PI);
    }
}
