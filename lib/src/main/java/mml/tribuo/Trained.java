package mml.tribuo;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import mml.math.Check;
import mml.math.Parameters;
import mml.nn.Network;

/**
 * A network with the parameters that it was trained to.
 *
 * @param network what it is
 * @param parameters its own
 */
record Trained(Network network, Parameters parameters) {
    /** Returns the parameters' bits: four bytes each, the lowest first. */
    ByteString bits() {
        float[] values = parameters.values();
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return ByteString.copyFrom(bytes);
    }

    static Trained of(Network network, ByteString bits) {
        int size = network.layout().size();
        Check.that(
                bits.size() == (long) size * Float.BYTES,
                "saved model must have %s parameters, has %s bytes",
                size,
                bits.size());
        float[] values = new float[size];
        bits.asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return new Trained(network, Parameters.of(network.layout(), values));
    }
}
