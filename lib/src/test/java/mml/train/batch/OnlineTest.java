package mml.train.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashSet;
import java.util.Set;
import mml.data.TwoSpirals;
import org.junit.jupiter.api.Test;

class OnlineTest {
    @Test
    void noBatchComesTwice() {
        Set<Long> seeds = new HashSet<>();
        Batches batches = Batches.online(
                (count, seed) -> {
                    seeds.add(seed);
                    return TwoSpirals.of(count, seed);
                },
                100);
        for (int epoch = 0; epoch < 20; epoch++) {
            for (int k = 0; k < 100; k++) {
                assertEquals(10, batches.epoch(epoch).batch(k).count());
            }
        }
        assertEquals(2000, seeds.size());
    }

    @Test
    void aBatchDependsOnTheSeedAndItsNumberOnly() {
        Batches batches = Batches.online(TwoSpirals::of, 100).size(6).seed(3);
        float[] one = batches.epoch(2).batch(7).data().features();
        assertArrayEquals(one, batches.epoch(2).batch(7).data().features());
        // the same step, by another division into epochs
        Batches other = Batches.online(TwoSpirals::of, 69).size(6).seed(3);
        assertArrayEquals(one, other.epoch(3).batch(0).data().features());
    }

    @Test
    void whatCannotBeMadeIsRefused() {
        var e = assertThrows(IllegalArgumentException.class, () -> Batches.online(TwoSpirals::of, 0));
        assertEquals("perEpoch must be at least 1, was 0", e.getMessage());
        Batches wrong = Batches.online((count, seed) -> TwoSpirals.of(8, seed), 5);
        e = assertThrows(IllegalArgumentException.class, () -> wrong.epoch(0).batch(0));
        assertEquals("generator must make 10 examples, made 8", e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> wrong.size(0));
        assertEquals("batch must be at least 1, was 0", e.getMessage());
    }
}
