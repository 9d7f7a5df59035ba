package mml.math;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Random numbers for a named part of something, from a seed: the same name and seed give the same numbers, whatever else
 * there is. So networks of different depth share the numbers of the blocks that they share.
 */
public final class Randomness {
    private Randomness() {}

    /**
     * Returns a fresh generator for a seed and a name.
     *
     * @param seed any number
     * @param name what the numbers are for, such as a block's name
     * @return a generator that depends on both and on nothing else
     */
    public static RandomGenerator of(long seed, String name) {
        // mixed first, or seed 1 with "a" would be seed 2 with "b": they differ in the same bits
        long hash = mixed(seed);
        for (int i = 0; i < name.length(); i++) {
            hash = mixed(hash ^ name.charAt(i));
        }
        return new SplittableRandom(mixed(hash ^ name.length()));
    }

    /**
     * Returns the seed of a numbered part of something that has a seed.
     *
     * @param seed any number
     * @param part the part's number
     * @return a seed that depends on both; different for different parts
     */
    public static long part(long seed, long part) {
        return mixed(mixed(seed) ^ part);
    }

    /** Stafford's variant 13 of the MurmurHash3 finaliser: a bijection in which each input bit reaches each output bit. */
    private static long mixed(long z) {
        z += 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
