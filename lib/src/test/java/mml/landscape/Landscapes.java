package mml.landscape;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleBinaryOperator;
import mml.math.Grid.Axis;
import mml.math.Layout;
import mml.math.Objective;
import mml.math.Parameters;

/** A function of two numbers as an objective, which counts how often it is computed. */
record Landscapes(String name, DoubleBinaryOperator function, AtomicInteger computed) implements Objective {
    static final Layout TWO = Layout.vector(2);
    /** The plane of the two numbers themselves. */
    static final Plane PLANE = new Plane(
            Parameters.zeros(TWO),
            Parameters.of(TWO, new float[] {1, 0}),
            Parameters.of(TWO, new float[] {0, 1}),
            "the coordinates");

    static final Axis AXIS = new Axis(-2, 2, 17);

    static Landscapes of(String name, DoubleBinaryOperator function) {
        return new Landscapes(name, function, new AtomicInteger());
    }

    /** Zero, NaN, infinite and failing on rows and columns of their own, and a plain bowl elsewhere. */
    static Landscapes rough() {
        return of("rough", (x, y) -> {
            if (x == 0.5) {
                throw new ArithmeticException("no value at 0.5");
            }
            return x == 1 ? Double.NaN : y == 1 ? Double.POSITIVE_INFINITY : x * x + y * y;
        });
    }

    @Override
    public Layout layout() {
        return TWO;
    }

    @Override
    public List<String> scores() {
        return List.of("value", "double");
    }

    @Override
    public void scores(float[] at, double[] out) {
        computed.incrementAndGet();
        out[0] = function.applyAsDouble(at[0], at[1]);
        out[1] = 2 * at[0];
    }

    @Override
    public Optional<Origin> origin() {
        return Optional.of(Origin.of(name));
    }

    @Override
    public Landscapes copy() {
        return this;
    }
}
