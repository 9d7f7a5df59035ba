package mml.nn.layer.image.direct;

import java.util.Optional;

/** Finds out, once, whether this machine and this JVM have an {@link OffsetProduct}. */
final class Choice {
    static final Optional<OffsetProduct> PRODUCT;
    static final String REASON;

    /** With shorter ones, and half as many registers for them, the product of matrices is faster. */
    private static final int LEAST_LANES = 8;

    private record Found(Optional<OffsetProduct> product, String reason) {}

    static {
        Found found = find();
        PRODUCT = found.product;
        REASON = found.reason;
    }

    private Choice() {}

    private static Found find() {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            return new Found(Optional.empty(), "Java was started without --add-modules jdk.incubator.vector");
        }
        try {
            // by name: it is compiled apart
            Class<?> type = Class.forName("mml.nn.layer.image.direct.VectorProduct");
            OffsetProduct product =
                    (OffsetProduct) type.getDeclaredConstructor().newInstance();
            String size = product.lanes() * Float.SIZE + " bits";
            return product.lanes() < LEAST_LANES
                    ? new Found(Optional.empty(), "vectors have " + size + " only")
                    : tried(product, "vectors of " + size);
        } catch (ReflectiveOperationException | LinkageError e) {
            return new Found(
                    Optional.empty(), "the vectors of this JDK are not those of the one that built the library");
        }
    }

    private static Found tried(OffsetProduct product, String reason) {
        int width = product.lanes();
        float[] b = new float[width];
        b[0] = 3;
        float[] c = new float[width];
        product.write(Offsets.of(new int[1], new int[1], new int[1], width), new float[] {2}, 0, b, 0, c, 0, c, 0);
        return c[0] == 6
                ? new Found(Optional.of(product), reason)
                : new Found(Optional.empty(), "vectors of this JDK multiply wrongly");
    }
}
