package mml.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabelsTest {
    private final Dataset data =
            Dataset.of("four", List.of("a", "b", "c"), List.of(1), new float[] {1, 2, 3, 4}, new int[] {2, 0, 2, 2});

    @Test
    void eachLabelBecomesAUnitVector() {
        assertArrayEquals(new float[] {0, 0, 1, 1, 0, 0, 0, 0, 1, 0, 0, 1}, Labels.oneHot(data));
    }

    @Test
    void aClassWithoutAnExampleCountsZero() {
        assertArrayEquals(new int[] {1, 0, 3}, Labels.counts(data));
    }
}
