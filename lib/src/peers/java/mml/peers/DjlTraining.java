package mml.peers;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mml.bench.Measure;
import mml.bench.exchange.Case;
import mml.bench.exchange.Numbers;
import mml.bench.exchange.Outcome;
import mml.bench.exchange.Problem;
import mml.math.Layout;
import mml.math.Parameters;

/** Trains a perceptron with DJL on its PyTorch engine, in DJL's own idiom. */
public final class DjlTraining {
    private final Problem problem;
    private final int[] order;
    private final List<Double> losses = new ArrayList<>();

    private DjlTraining(Path folder) throws IOException {
        this.problem = Problem.read(folder);
        this.order = Numbers.ints(folder.resolve("order.i32"));
    }

    /**
     * Measures.
     *
     * @param arguments the folder of the case
     * @throws IOException if a file cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Case about = Case.read(folder);
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(about.threads()));
        Outcome outcome = new DjlTraining(folder).run();
        Measure.tell(
                outcome,
                "DJL on " + Engine.getInstance().getEngineName() + " "
                        + Engine.getInstance().getVersion());
    }

    private Outcome run() {
        Case.Updates updates = problem.about().updates();
        try (Model model = Model.newInstance("perceptron")) {
            model.setBlock(perceptron());
            try (Trainer trainer = model.newTrainer(new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                    .optOptimizer(Optimizer.sgd()
                            .setLearningRateTracker(Tracker.fixed((float) updates.rate()))
                            .optMomentum((float) updates.momentum())
                            .build()))) {
                trainer.initialize(new Shape(updates.batch(), problem.data().width()));
                begin(model.getBlock(), problem.start());
                return train(trainer);
            }
        }
    }

    private Block perceptron() {
        List<Integer> sizes = problem.about().net().sizes();
        boolean tanh = problem.about().net().activation().equals("tanh");
        SequentialBlock block = new SequentialBlock();
        for (int i = 1; i < sizes.size(); i++) {
            block.add(Linear.builder().setUnits(sizes.get(i)).build());
            if (i < sizes.size() - 1) {
                block.add(tanh ? Activation.tanhBlock() : Activation.reluBlock());
            }
        }
        return block;
    }

    /** Gives the network our parameters; its weights are of shape {@code [out, in]}. */
    private static void begin(Block block, Parameters start) {
        List<Layout.Block> ours = start.layout().blocks();
        List<Parameter> theirs = block.getParameters().values();
        for (int i = 0; i < ours.size(); i++) {
            NDArray array = theirs.get(i).getArray();
            float[] values = start.block(ours.get(i).name());
            boolean isWeight = ours.get(i).kind() == Layout.Kind.WEIGHT;
            array.set(isWeight ? transposed(values, ours.get(i).filters()) : values);
        }
    }

    private static float[] transposed(float[] values, int columns) {
        int rows = values.length / columns;
        float[] turned = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            turned[i % columns * rows + i / columns] = values[i];
        }
        return turned;
    }

    private Outcome train(Trainer trainer) {
        Case.Amount amount = problem.about().amount();
        int batch = problem.about().updates().batch();
        NDManager manager = trainer.getManager();
        NDArray features = manager.create(
                problem.data().features(),
                new Shape(problem.data().size(), problem.data().width()));
        NDArray labels = manager.create(problem.data().labels()).toType(DataType.FLOAT32, false);
        long began = System.nanoTime();
        for (int step = 1; step <= amount.all(); step++) {
            int[] rows = Arrays.copyOfRange(order, (step - 1) * batch, step * batch);
            step(trainer, features, labels, rows, amount.checked().contains(step));
            if (step == amount.warm()) {
                began = System.nanoTime();
            }
        }
        return new Outcome((System.nanoTime() - began) / 1e9, (double) batch * amount.timed(), losses);
    }

    private void step(Trainer trainer, NDArray features, NDArray labels, int[] rows, boolean isChecked) {
        try (NDManager scope = trainer.getManager().newSubManager()) {
            NDArray index = scope.create(rows).toType(DataType.INT64, false);
            NDArray x = features.get(scope, new NDIndex("{}", index));
            NDArray y = labels.get(scope, new NDIndex("{}", index));
            try (GradientCollector collector = trainer.newGradientCollector()) {
                NDList outputs = trainer.forward(new NDList(x));
                NDArray loss = trainer.getLoss().evaluate(new NDList(y), outputs);
                collector.backward(loss);
                if (isChecked) {
                    losses.add((double) loss.getFloat());
                }
            }
            trainer.step();
        }
    }
}
