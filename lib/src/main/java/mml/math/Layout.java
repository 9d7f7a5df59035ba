package mml.math;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a flat vector of numbers is divided into named blocks: the weights and biases of a network's layers, in order.
 *
 * <p>The last number of a block's shape counts its <em>filters</em>: all numbers that feed one output of a layer. As the
 * blocks are row-major, filter {@code j} of a block with {@code n} filters consists of its elements {@code j, j + n, j + 2n,
 * ...}: a column of a dense layer's {@code [in, out]} and of a convolution's {@code [ky, kx, in, out]}.
 */
public final class Layout {
    /** What the numbers of a block are for. */
    public enum Kind {
        /** Multiplies inputs; has filters. */
        WEIGHT,
        /** Added to a layer's outputs. */
        BIAS,
        /** Multiplies normalised values. */
        SCALE,
        /** Added to normalised values. */
        SHIFT,
        /** Remembered statistics, which have no gradient and are no parameters. */
        STATE
    }

    /**
     * One block of a layout.
     *
     * @param name unique within the layout, such as {@code "head.weight"}
     * @param kind what its numbers are for
     * @param shape its extents, the last of which counts the filters; each at least 1
     */
    public record Block(String name, Kind kind, List<Integer> shape) {
        /**
         * Checks name and shape.
         *
         * @throws IllegalArgumentException if the name is blank, the shape is empty or an extent is below 1
         */
        public Block {
            Check.notBlank("name", name);
            shape = List.copyOf(shape);
            Check.that(!shape.isEmpty(), "shape of %s must have at least one extent, had none", name);
            double size = 1;
            for (int extent : shape) {
                size *= Check.positive("every extent of " + name, extent);
            }
            Check.that(
                    size <= Integer.MAX_VALUE,
                    "block %s of shape %s must hold at most %s numbers",
                    name,
                    shape,
                    Integer.MAX_VALUE);
        }

        /**
         * Returns how many numbers the block holds.
         *
         * @return the product of the extents
         */
        public int size() {
            return shape.stream().reduce(1, Math::multiplyExact);
        }

        /**
         * Returns how many filters the block has.
         *
         * @return the last extent
         */
        public int filters() {
            return shape.get(shape.size() - 1);
        }

        /**
         * Returns how many numbers feed one output: the fan-in of a weight.
         *
         * @return size over filters
         */
        public int filterSize() {
            return size() / filters();
        }
    }

    private final List<Block> blocks;
    private final int[] offsets;
    private final Map<String, Integer> indices = new LinkedHashMap<>();

    private Layout(List<Block> blocks) {
        this.blocks = List.copyOf(blocks);
        this.offsets = new int[blocks.size() + 1];
        for (int i = 0; i < blocks.size(); i++) {
            long size = (long) offsets[i] + blocks.get(i).size();
            Check.that(
                    size <= Integer.MAX_VALUE,
                    "blocks must hold at most %s numbers, the first %s held %s",
                    Integer.MAX_VALUE,
                    i + 1,
                    size);
            offsets[i + 1] = (int) size;
            indices.put(blocks.get(i).name(), i);
        }
    }

    /**
     * Returns the layout with the given blocks one after the other.
     *
     * @param blocks at least one, with different names
     * @return the layout
     * @throws IllegalArgumentException if there is no block, a name occurs twice, or they hold more than {@link
     *     Integer#MAX_VALUE} numbers
     */
    public static Layout of(List<Block> blocks) {
        Check.that(!blocks.isEmpty(), "blocks must not be empty");
        Set<String> names = new HashSet<>();
        for (Block block : blocks) {
            Check.that(names.add(block.name()), "names of blocks must differ, %s occurs twice", block.name());
        }
        return new Layout(blocks);
    }

    /**
     * Returns the layout of a plain vector: one block of weights called {@code "x"}, with one filter.
     *
     * @param size how many numbers, at least 1
     * @return the layout
     * @throws IllegalArgumentException if {@code size} is below 1
     */
    public static Layout vector(int size) {
        return of(List.of(new Block("x", Kind.WEIGHT, List.of(size, 1))));
    }

    /**
     * Returns the blocks in order.
     *
     * @return an immutable list
     */
    public List<Block> blocks() {
        return blocks;
    }

    /**
     * Returns the length of a vector with this layout.
     *
     * @return how many numbers, states included
     */
    public int size() {
        return offsets[blocks.size()];
    }

    /**
     * Returns how many of the numbers are parameters: all but those of state blocks.
     *
     * @return the number of parameters
     */
    public int parameterCount() {
        return blocks.stream()
                .filter(block -> block.kind() != Kind.STATE)
                .mapToInt(Block::size)
                .sum();
    }

    /**
     * Returns where a block begins.
     *
     * @param name the block's name
     * @return the index of its first number, counted from 0
     * @throws IllegalArgumentException if there is no such block
     */
    public int offset(String name) {
        return offsets[index(name)];
    }

    /**
     * Returns the block of a name.
     *
     * @param name the block's name
     * @return the block
     * @throws IllegalArgumentException if there is no such block
     */
    public Block block(String name) {
        return blocks.get(index(name));
    }

    private int index(String name) {
        Integer index = indices.get(name);
        Check.that(index != null, "block must be one of %s, was %s", indices.keySet(), name);
        return index;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Layout layout && blocks.equals(layout.blocks);
    }

    @Override
    public int hashCode() {
        return blocks.hashCode();
    }

    @Override
    public String toString() {
        return blocks.size() + " blocks, " + size() + " numbers";
    }
}
