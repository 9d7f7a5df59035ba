package mml.landscape.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;
import mml.landscape.Entries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Known values: Antognini and Sohl-Dickstein 2018, and the sheet of Li et al. 2018, section 5. */
class RandomWalkTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void threeHundredStepsInFiveThousandDimensionsHaveTheKnownShares(long seed) {
        double[] shares = PrincipalComponents.of(PrincipalComponentsTest.walk(300, 5_000, seed), Entries.PARAMETERS)
                .shares();
        assertEquals(0.608, shares[0], 0.015);
        assertEquals(0.152, shares[1], 0.015);
        assertEquals(0.068, shares[2], 0.015);
        for (int k = 0; k < 10; k++) {
            assertEquals(RandomWalk.share(k, 300), shares[k], 0.015);
        }
    }

    @Test
    void aShortWalkInManyDimensionsHasTheSharesOfItsLengthNotOfTheLimit() {
        // of 5 points: 0.654, while the limit is 0.608; in 100,000 dimensions a draw lies within 0.01
        double[] shares = PrincipalComponents.of(PrincipalComponentsTest.walk(5, 100_000, 1), Entries.PARAMETERS)
                .shares();
        for (int k = 0; k < 4; k++) {
            assertEquals(RandomWalk.share(k, 5), shares[k], 0.01);
        }
    }

    @Test
    void sharesTendToSixOverPiKSquared() {
        for (int k = 0; k < 3; k++) {
            double limit = 6 / Math.pow(Math.PI * (k + 1), 2);
            assertEquals(limit, RandomWalk.share(k, 10_000), 1e-6);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 301})
    void sharesAddUpToOne(int checkpoints) {
        assertEquals(
                1,
                IntStream.range(0, checkpoints - 1)
                        .mapToDouble(k -> RandomWalk.share(k, checkpoints))
                        .sum(),
                1e-12);
    }

    @Test
    void ofThreePointsTheFirstComponentHasThreeQuarters() {
        assertEquals(0.75, RandomWalk.share(0, 3), 1e-15);
    }

    @Test
    void otherComponentsAreRefused() {
        refused("checkpoints must be at least 2, was 1", () -> RandomWalk.share(0, 1));
        refused("component must be from 0 to 3, was 4", () -> RandomWalk.share(4, 5));
    }

    private static void refused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
