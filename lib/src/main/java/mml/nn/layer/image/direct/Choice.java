package mml.nn.layer.image.direct;

import java.util.Optional;

/** Finds out, once, whether this machine and this JVM have an {@link OffsetProduct}. */
final class Choice {
    static final Optional<OffsetProduct> PRODUCT;
    static final String REASON;

    /** With shorter ones, and half as many registers for them, the product of matrices is faster. */
    private static final int LEAST_LANES = 8;

    static {
        OffsetProduct found = null;
        String reason;
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            reason = "started without --add-modules jdk.incubator.vector";
        } else {
            try {
                // by name: it is compiled apart
                Class<?> type = Class.forName("mml.nn.layer.image.direct.VectorProduct");
                OffsetProduct product =
                        (OffsetProduct) type.getDeclaredConstructor().newInstance();
                reason = "vectors of " + product.lanes() * Float.SIZE + " bits";
                found = product.lanes() >= LEAST_LANES ? product : null;
            } catch (ReflectiveOperationException | LinkageError e) {
                reason = "the module jdk.incubator.vector of this JDK is another: " + e;
            }
        }
        PRODUCT = Optional.ofNullable(found);
        REASON = reason;
    }

    private Choice() {}
}
