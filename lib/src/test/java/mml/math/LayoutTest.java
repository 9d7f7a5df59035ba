package mml.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import mml.math.Layout.Block;
import mml.math.Layout.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class LayoutTest {
    private static final Block DENSE = new Block("dense", Kind.WEIGHT, List.of(5, 3));
    private static final Block BIAS = new Block("bias", Kind.BIAS, List.of(3));
    private static final Block CONVOLUTION = new Block("convolution", Kind.WEIGHT, List.of(3, 3, 2, 4));
    private static final Block MEAN = new Block("mean", Kind.STATE, List.of(4));
    private static final Layout LAYOUT = Layout.of(List.of(DENSE, BIAS, CONVOLUTION, MEAN));

    @Test
    void blocksFollowOneAnother() {
        assertEquals(0, LAYOUT.offset("dense"));
        assertEquals(15, LAYOUT.offset("bias"));
        assertEquals(18, LAYOUT.offset("convolution"));
        assertEquals(90, LAYOUT.offset("mean"));
        assertEquals(94, LAYOUT.size());
        assertEquals(BIAS, LAYOUT.block("bias"));
        assertEquals("4 blocks, 94 numbers", LAYOUT.toString());
    }

    @Test
    void statesAreNoParameters() {
        assertEquals(90, LAYOUT.parameterCount());
    }

    @Test
    void theLastExtentCountsTheFilters() {
        assertEquals(3, DENSE.filters());
        assertEquals(5, DENSE.filterSize());
        assertEquals(4, CONVOLUTION.filters());
        assertEquals(18, CONVOLUTION.filterSize());
        assertEquals(3, BIAS.filters());
        assertEquals(1, BIAS.filterSize());
    }

    @Test
    void aVectorIsOneFilter() {
        Block x = Layout.vector(7).block("x");
        assertEquals(7, Layout.vector(7).parameterCount());
        assertEquals(1, x.filters());
        assertEquals(7, x.filterSize());
    }

    @Test
    void layoutsOfTheSameBlocksAreEqual() {
        assertEquals(LAYOUT, Layout.of(List.of(DENSE, BIAS, CONVOLUTION, MEAN)));
        assertEquals(
                LAYOUT.hashCode(),
                Layout.of(List.of(DENSE, BIAS, CONVOLUTION, MEAN)).hashCode());
        assertNotEquals(LAYOUT, Layout.of(List.of(BIAS, DENSE, CONVOLUTION, MEAN)));
    }

    @Test
    void unknownBlocksAreRefusedWithTheNamesThatThereAre() {
        Layout layout = Layout.of(List.of(DENSE));
        assertRefused("block must be one of [dense], was head", () -> layout.offset("head"));
        assertRefused("block must be one of [dense], was head", () -> layout.block("head"));
    }

    @Test
    void unknownBlocksAreRefusedWithTheNamesInTheirOrder() {
        assertRefused("block must be one of [dense, bias, convolution, mean], was head", () -> LAYOUT.offset("head"));
    }

    @Test
    void blocksMustHaveNamesAndExtents() {
        assertRefused("name must not be blank, was \"\"", () -> new Block("", Kind.BIAS, List.of(1)));
        assertRefused("shape of b must have at least one extent, had none", () -> new Block("b", Kind.BIAS, List.of()));
        assertRefused("every extent of b must be at least 1, was 0", () -> new Block("b", Kind.WEIGHT, List.of(2, 0)));
        assertRefused("blocks must not be empty", () -> Layout.of(List.of()));
        Block large = new Block("large", Kind.WEIGHT, List.of(1 << 15, 1 << 15));
        Block other = new Block("other", Kind.WEIGHT, List.of(1 << 15, 1 << 15));
        assertRefused(
                "blocks must hold at most 2147483647 numbers, the first 2 held 2147483648",
                () -> Layout.of(List.of(large, other)));
        assertRefused("names of blocks must differ, bias occurs twice", () -> Layout.of(List.of(BIAS, BIAS)));
    }

    private static void assertRefused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
