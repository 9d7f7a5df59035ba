package mml.math.blas;

import java.util.Optional;

/**
 * Products of matrices of moderate size by tiles that stay in registers, on the calling thread. The factors are read where they
 * lie, while a library first copies both into another order. Sums are in an order that the sizes fix.
 */
interface Tiles {
    /** There where the module of the vectors is, and vectors are long enough. */
    Optional<Tiles> BEST = find();

    /**
     * Where the rows of a product lie.
     *
     * @param array holds them
     * @param at where the first begins
     * @param ld how far apart they are
     */
    record Target(float[] array, int at, int ld) {}

    /**
     * Where the numbers of the first factor lie.
     *
     * @param array holds them
     * @param at where the first is
     * @param row how far apart those of a column are
     * @param column how far apart those of a row are
     */
    record Factor(float[] array, int at, int row, int column) {}

    /** Returns of what they are, in words for a person. */
    String name();

    /** Returns how many columns {@link #add} needs at least. */
    int columns();

    /** Returns whether this processor has enough registers for them. */
    boolean isWorthIt();

    /** Computes {@code C += A B} with {@code A} of {@code m} rows and {@code k} columns, and {@code B} of {@code n} columns. */
    void add(Factor a, float[] b, int bAt, int ldb, int m, int n, int k, Target c);

    /** Computes {@code C += A B^T} with {@code A} of {@code m} rows and {@code k} columns, and {@code B} of {@code n} rows. */
    void addTransposed(Factor a, float[] b, int bAt, int ldb, int m, int n, int k, Target c);

    private static Optional<Tiles> find() {
        try {
            // by name: it is compiled apart, and its module may be missing
            Tiles found = (Tiles) Class.forName("mml.math.blas.VectorTiles")
                    .getDeclaredConstructor()
                    .newInstance();
            return found.isWorthIt() ? Optional.of(found) : Optional.empty();
        } catch (ReflectiveOperationException | LinkageError e) {
            return Optional.empty();
        }
    }
}
