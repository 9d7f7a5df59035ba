package mml.train.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import mml.math.Check;
import mml.math.Layout;
import mml.math.Parameters;
import mml.nn.Description;
import mml.nn.Network;
import mml.train.optimiser.Optimiser;

/**
 * The bytes of a checkpoint's file, big-endian.
 *
 * <p>A header: the letters {@code MMLC}, the version of this format (int), the length of what follows (long) and its CRC-32
 * (long). Then the lines of the network's description, the layout's blocks (name, kind, shape), the step, the parameters, the
 * optimiser's steps and vectors by name, and the trace.
 */
final class CheckpointBytes {
    private static final int MAGIC = 0x4d4d4c43;
    private static final int VERSION = 2;
    private static final int HEADER = 24;

    private CheckpointBytes() {}

    static byte[] of(Checkpoint checkpoint) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        write(out, checkpoint.network());
        write(out, checkpoint.parameters().layout());
        out.writeInt(checkpoint.step());
        write(out, checkpoint.parameters());
        out.writeInt(checkpoint.memory().steps());
        out.writeInt(checkpoint.memory().vectors().size());
        for (Map.Entry<String, Parameters> vector :
                checkpoint.memory().vectors().entrySet()) {
            out.writeUTF(vector.getKey());
            write(out, vector.getValue());
        }
        write(out, checkpoint.trace());
        byte[] body = bytes.toByteArray();
        return ByteBuffer.allocate(HEADER + body.length)
                .putInt(MAGIC)
                .putInt(VERSION)
                .putLong(body.length)
                .putLong(checksum(body))
                .put(body)
                .array();
    }

    private static long checksum(byte[] body) {
        CRC32 sum = new CRC32();
        sum.update(body);
        return sum.getValue();
    }

    private static void write(DataOutputStream out, Layout layout) throws IOException {
        out.writeInt(layout.blocks().size());
        for (Layout.Block block : layout.blocks()) {
            out.writeUTF(block.name());
            out.writeUTF(block.kind().name());
            out.writeInt(block.shape().size());
            for (int extent : block.shape()) {
                out.writeInt(extent);
            }
        }
    }

    /** Lines of any length, where {@link DataOutputStream#writeUTF} takes 65,535 bytes. */
    private static void write(DataOutputStream out, Description network) throws IOException {
        out.writeInt(network.lines().size());
        for (String line : network.lines()) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    private static void write(DataOutputStream out, Parameters vector) throws IOException {
        out.write(vector.bytes());
    }

    private static void write(DataOutputStream out, Trace trace) throws IOException {
        out.writeInt(trace.epochs().size());
        for (Trace.Epoch epoch : trace.epochs()) {
            out.writeInt(epoch.epoch());
            write(out, epoch.training());
            out.writeBoolean(epoch.validation().isPresent());
            if (epoch.validation().isPresent()) {
                write(out, epoch.validation().get());
            }
            out.writeDouble(epoch.rate());
            out.writeDouble(epoch.seconds());
        }
        out.writeLong(trace.open().examples());
        out.writeDouble(trace.open().loss());
        out.writeDouble(trace.open().right());
        out.writeDouble(trace.seconds());
    }

    private static void write(DataOutputStream out, Trace.Scores scores) throws IOException {
        out.writeDouble(scores.loss());
        out.writeDouble(scores.accuracy());
    }

    /** Reads what {@link #of} wrote; the name stands in what is said of a file that cannot be used. */
    static Checkpoint read(String name, byte[] file, Network network) throws IOException {
        ByteBuffer header = ByteBuffer.wrap(file);
        Check.that(file.length >= HEADER, "%s must have a header of %s bytes, has %s", name, HEADER, file.length);
        Check.that(header.getInt() == MAGIC, "%s must begin with the letters MMLC: it is no checkpoint", name);
        int version = header.getInt();
        Check.that(version == VERSION, "%s must have version %s, has %s", name, VERSION, version);
        long length = header.getLong() + HEADER;
        String fault = file.length < length ? "cut short" : "damaged";
        Check.that(file.length == length, "%s must have %s bytes, has %s: it was %s", name, length, file.length, fault);
        long sum = header.getLong();
        byte[] body = new byte[file.length - HEADER];
        header.get(body);
        Check.that(sum == checksum(body), "%s must have checksum %x, has %x: it is damaged", name, sum, checksum(body));
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(body));
        Description description = description(in);
        network.description().requireSame(name, description);
        requireSame(name, layout(in), network.layout());
        return checkpoint(in, description, network.layout());
    }

    private static void requireSame(String name, Layout found, Layout wanted) {
        for (int i = 0; i < Math.min(found.blocks().size(), wanted.blocks().size()); i++) {
            Layout.Block theirs = found.blocks().get(i);
            Layout.Block ours = wanted.blocks().get(i);
            Check.that(
                    theirs.equals(ours),
                    "%s is of another network: its block %s is %s %s (%s), this network's %s %s (%s)",
                    name,
                    i,
                    theirs.name(),
                    theirs.shape(),
                    theirs.kind(),
                    ours.name(),
                    ours.shape(),
                    ours.kind());
        }
        Check.that(
                found.equals(wanted),
                "%s is of another network: it has %s blocks, this network %s",
                name,
                found.blocks().size(),
                wanted.blocks().size());
    }

    private static Layout layout(DataInputStream in) throws IOException {
        List<Layout.Block> blocks = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            String name = in.readUTF();
            Layout.Kind kind = Layout.Kind.valueOf(in.readUTF());
            List<Integer> shape = new ArrayList<>();
            for (int extents = in.readInt(); extents > 0; extents--) {
                shape.add(in.readInt());
            }
            blocks.add(new Layout.Block(name, kind, shape));
        }
        return Layout.of(blocks);
    }

    private static Description description(DataInputStream in) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            lines.add(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
        }
        return new Description(lines);
    }

    private static Checkpoint checkpoint(DataInputStream in, Description network, Layout layout) throws IOException {
        int step = in.readInt();
        Parameters parameters = vector(in, layout);
        int steps = in.readInt();
        Map<String, Parameters> vectors = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            vectors.put(in.readUTF(), vector(in, layout));
        }
        return new Checkpoint(step, network, parameters, new Optimiser.Memory(steps, vectors), trace(in));
    }

    private static Parameters vector(DataInputStream in, Layout layout) throws IOException {
        return Parameters.of(layout, in.readNBytes(Float.BYTES * layout.size()));
    }

    private static Trace trace(DataInputStream in) throws IOException {
        List<Trace.Epoch> epochs = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            int epoch = in.readInt();
            Trace.Scores training = scores(in);
            Optional<Trace.Scores> validation = in.readBoolean() ? Optional.of(scores(in)) : Optional.empty();
            epochs.add(new Trace.Epoch(epoch, training, validation, in.readDouble(), in.readDouble()));
        }
        Trace.Open open = new Trace.Open(in.readLong(), in.readDouble(), in.readDouble());
        return new Trace(epochs, open, in.readDouble());
    }

    private static Trace.Scores scores(DataInputStream in) throws IOException {
        return new Trace.Scores(in.readDouble(), in.readDouble());
    }
}
