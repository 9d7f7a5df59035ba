package mml.tribuo;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import mml.math.Check;
import org.tribuo.protos.core.ModelDataProto;

/**
 * A network's model as a message of Protocol Buffers, such as this file would make:
 *
 * <pre>{@code
 * syntax = "proto3";
 * package mml;
 * message Network {
 *   tribuo.core.ModelDataProto metadata = 1;
 *   string architecture = 2;  // layers as JSON
 *   repeated string classes = 3;  // in the order of the outputs
 *   bytes parameters = 4;  // float32, the lowest byte first
 * }
 * }</pre>
 *
 * <p>The message is described here rather than generated, so that the build needs no compiler of its own for one message.
 *
 * @param metadata what Tribuo keeps of every model
 * @param architecture the layers
 * @param classes in the order of the outputs
 * @param parameters their bits
 */
record SavedNetwork(ModelDataProto metadata, String architecture, List<String> classes, ByteString parameters) {
    private static final Descriptor MESSAGE = message();

    private static Descriptor message() {
        FileDescriptor tribuo = ModelDataProto.getDescriptor().getFile();
        DescriptorProto fields = DescriptorProto.newBuilder()
                .setName("Network")
                .addField(field("metadata", 1, Type.TYPE_MESSAGE)
                        .setTypeName("." + ModelDataProto.getDescriptor().getFullName()))
                .addField(field("architecture", 2, Type.TYPE_STRING))
                .addField(field("classes", 3, Type.TYPE_STRING).setLabel(Label.LABEL_REPEATED))
                .addField(field("parameters", 4, Type.TYPE_BYTES))
                .build();
        FileDescriptorProto file = FileDescriptorProto.newBuilder()
                .setName("mml-network.proto")
                .setPackage("mml")
                .setSyntax("proto3")
                .addDependency(tribuo.getName())
                .addMessageType(fields)
                .build();
        try {
            return FileDescriptor.buildFrom(file, new FileDescriptor[] {tribuo}).findMessageTypeByName("Network");
        } catch (DescriptorValidationException e) {
            throw new IllegalStateException("the message above must be valid", e);
        }
    }

    private static FieldDescriptorProto.Builder field(String name, int number, Type type) {
        return FieldDescriptorProto.newBuilder()
                .setName(name)
                .setNumber(number)
                .setType(type)
                .setLabel(Label.LABEL_OPTIONAL);
    }

    /** Returns the message. */
    Any packed() {
        DynamicMessage.Builder message = DynamicMessage.newBuilder(MESSAGE)
                .setField(MESSAGE.findFieldByName("metadata"), metadata)
                .setField(MESSAGE.findFieldByName("architecture"), architecture)
                .setField(MESSAGE.findFieldByName("parameters"), parameters);
        classes.forEach(one -> message.addRepeatedField(MESSAGE.findFieldByName("classes"), one));
        return Any.pack(message.build());
    }

    /** Returns what a message holds. */
    static SavedNetwork of(Any packed) throws InvalidProtocolBufferException {
        String type = packed.getTypeUrl();
        Check.that(type.endsWith("/" + MESSAGE.getFullName()), "message must be of type mml.Network, was %s", type);
        DynamicMessage message = DynamicMessage.parseFrom(MESSAGE, packed.getValue());
        DynamicMessage metadata = (DynamicMessage) message.getField(MESSAGE.findFieldByName("metadata"));
        List<?> classes = (List<?>) message.getField(MESSAGE.findFieldByName("classes"));
        return new SavedNetwork(
                ModelDataProto.parseFrom(metadata.toByteString()),
                (String) message.getField(MESSAGE.findFieldByName("architecture")),
                classes.stream().map(String.class::cast).toList(),
                (ByteString) message.getField(MESSAGE.findFieldByName("parameters")));
    }
}
