package mml.train;

import java.util.List;
import mml.data.Dataset;
import mml.math.Layout;
import mml.math.Objective;
import mml.math.Workers;
import mml.nn.Layer;
import mml.nn.Layer.Mode;
import mml.nn.Network;
import mml.nn.Sequence;

/** A network's scores on a plane, with the first layer's three products computed once and shared by all threads. */
final class SharedOnPlane implements Objective.OnPlane {
    /** The largest memory for the products, in bytes; beyond it every point is computed from its parameters. */
    static final long LARGEST = 256L << 20;

    /** What spans the plane; the second direction is null on a line. */
    record Directions(float[] centre, float[] first, float[] second) {}

    /** Outputs of the first layer at the centre and along both directions, for all examples. */
    private record Products(float[] centre, float[] first, float[] second) {}

    private final NetworkObjective objective;
    private final Directions directions;
    private final Products products;
    private final int width;
    private final Sequence rest;
    private final List<Integer> restInput;
    private final int restBegins;
    /** Made when they are needed: the one of which others are copies may never need them. */
    private float[] parameters;

    private Room room;

    private SharedOnPlane(NetworkObjective objective, Directions directions, Products products) {
        Network network = objective.rows().network();
        Layer firstLayer = network.layers().get(0);
        this.objective = objective;
        this.directions = directions;
        this.restInput = firstLayer.output(network.input());
        this.width = Layer.size(restInput);
        this.rest = new Sequence(network.layers().subList(1, network.layers().size()));
        this.restBegins = firstLayer.blocks(network.input()).stream()
                .mapToInt(Layout.Block::size)
                .sum();
        this.products = products == null ? compute() : products;
    }

    static SharedOnPlane of(NetworkObjective objective, Directions directions) {
        return new SharedOnPlane(objective, directions, null);
    }

    private Products compute() {
        return new Products(
                product(directions.centre),
                product(directions.first),
                directions.second == null ? null : product(directions.second));
    }

    private float[] product(float[] vector) {
        Network network = objective.rows().network();
        Dataset data = objective.rows().data();
        float[] product = new float[data.size() * width];
        int chunk = objective.chunk();
        Workers.each(
                (data.size() + chunk - 1) / chunk,
                () -> network.layers().get(0).pass(network.input(), chunk, network.layout(), Mode.EVALUATION),
                (pass, i) -> {
                    int count = Math.min(chunk, data.size() - i * chunk);
                    float[] part = pass.forward(vector, data.features(), i * chunk * data.width(), count);
                    System.arraycopy(part, 0, product, i * chunk * width, count * width);
                });
        return product;
    }

    /** Working memory of one thread. */
    private final class Room {
        final float[] first = new float[objective.chunk() * width];
        final Layer.Pass pass = rest.pass(
                restInput, objective.chunk(), objective.rows().network().layout(), Mode.EVALUATION);
    }

    @Override
    public void scores(double a, double b, double[] out) {
        parameters = parameters == null ? new float[directions.centre.length] : parameters;
        // those of the first layer only count in the weight decay
        for (int i = objective.hasDecay() ? 0 : restBegins; i < parameters.length; i++) {
            double onLine = directions.centre[i] + a * directions.first[i];
            parameters[i] = (float) (directions.second == null ? onLine : onLine + b * directions.second[i]);
        }
        room = room == null ? new Room() : room;
        boolean inPlace = Workers.threads() == 1;
        objective.scoresFrom(parameters, out, () -> inPlace ? room : new Room(), (mine, from, count) -> {
            combine(mine.first, from * width, count * width, (float) a, (float) b);
            return mine.pass.forward(parameters, mine.first, 0, count);
        });
    }

    private void combine(float[] into, int from, int count, float a, float b) {
        float[] centre = products.centre;
        float[] first = products.first;
        float[] second = products.second;
        if (second == null) {
            for (int i = 0; i < count; i++) {
                into[i] = centre[from + i] + a * first[from + i];
            }
        } else {
            for (int i = 0; i < count; i++) {
                into[i] = centre[from + i] + a * first[from + i] + b * second[from + i];
            }
        }
    }

    @Override
    public Objective.OnPlane copy() {
        return new SharedOnPlane(objective.copy(), directions, products);
    }
}
