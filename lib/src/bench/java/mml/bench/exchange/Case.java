package mml.bench.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * One case of the comparison, as the harness describes it to all sides in {@code case.json}.
 *
 * @param work what is done: {@code train}, {@code evaluate}, {@code hessian}, {@code surface} or {@code product}
 * @param net which network
 * @param examples how many, from 1 to 10,000
 * @param updates how it is trained
 * @param amount how often the work is done
 * @param threads how many each side may use
 */
public record Case(String work, Net net, int examples, Updates updates, Amount amount, int threads) {
    /**
     * A network.
     *
     * @param model {@code mlp} or {@code resnet}
     * @param sizes an mlp's widths, a resnet's depth, or for a product its number of rows
     * @param activation of an mlp: {@code relu} or {@code tanh}
     */
    public record Net(String model, List<Integer> sizes, String activation) {}

    /**
     * Stochastic gradient descent.
     *
     * @param batch how many examples a step has, or are evaluated at once
     * @param rate the learning rate
     * @param momentum in [0, 1)
     */
    public record Updates(int batch, double rate, double momentum) {}

    /**
     * How often the work is done.
     *
     * @param warm times before the clock starts
     * @param timed times on the clock
     * @param checked after which times the result is told, counted from 1
     * @param grid points on a side of a surface
     */
    public record Amount(int warm, int timed, List<Integer> checked, int grid) {
        /**
         * Returns how often the work is done in all.
         *
         * @return warm and timed together
         */
        public int all() {
            return warm + timed;
        }
    }

    /**
     * Reads a case.
     *
     * @param folder where its files are
     * @return the case
     * @throws IOException if there is none, or it is damaged
     */
    public static Case read(Path folder) throws IOException {
        return new ObjectMapper().readValue(folder.resolve("case.json").toFile(), Case.class);
    }
}
