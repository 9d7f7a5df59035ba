package mml.tribuo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mml.math.Check;
import mml.nn.Layer;
import mml.nn.Network;

/**
 * Records as a text, from which they can be made again: layers, optimisers, schedules. A record is an object of JSON with its
 * class and its components; what is neither a record nor a number, a text, a constant or a list of such is refused.
 */
final class Notation {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String CLASS = "class";

    private Notation() {}

    /** The layers of a network with the shape of its input. */
    record Architecture(List<Integer> input, List<Layer> layers) {
        static Architecture of(Network network) {
            return new Architecture(network.input(), network.layers());
        }

        Network network() {
            return Network.of(input, layers.toArray(Layer[]::new));
        }
    }

    /** Returns the text of a record; {@code what} is its name in a refusal. */
    static String write(String what, Object value) {
        return node(what, value).toString();
    }

    private static JsonNode node(String what, Object value) {
        if (value instanceof Integer number) {
            return NODES.numberNode(number);
        } else if (value instanceof Double number) {
            // as a text, since JSON has no infinity
            return NODES.textNode(number.toString());
        } else if (value instanceof String text) {
            return NODES.textNode(text);
        } else if (value instanceof Enum<?> constant) {
            return NODES.textNode(constant.name());
        } else if (value instanceof List<?> list) {
            return NODES.arrayNode()
                    .addAll(list.stream().map(one -> node(what, one)).toList());
        }
        Check.that(
                value instanceof Record,
                "%s must be made of records to be written down, has %s",
                what,
                value == null ? null : value.getClass().getName());
        return object(what, value);
    }

    private static ObjectNode object(String what, Object value) {
        ObjectNode object = NODES.objectNode().put(CLASS, value.getClass().getName());
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            object.set(component.getName(), node(what, component(component, value)));
        }
        return object;
    }

    private static Object component(RecordComponent component, Object value) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " must be readable", e);
        }
    }

    /** Returns what a text was written of. */
    static <T> T read(String what, String text, Class<T> type) {
        try {
            return type.cast(value(what, JSON.readTree(text), type));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(what + " must be JSON, was " + text, e);
        } catch (ReflectiveOperationException | ClassCastException | NumberFormatException e) {
            throw new IllegalArgumentException(what + " must be written by this version, was " + text, e);
        }
    }

    private static Object value(String what, JsonNode node, Class<?> type) throws ReflectiveOperationException {
        if (type == int.class || type == Integer.class) {
            return node.isInt() ? node.intValue() : none(node, type);
        } else if (type == double.class || type == Double.class) {
            return node.isTextual() ? Double.valueOf(node.textValue()) : none(node, type);
        } else if (type == String.class) {
            return node.isTextual() ? node.textValue() : none(node, type);
        } else if (type.isEnum()) {
            return Arrays.<Object>stream(type.getEnumConstants())
                    .filter(one -> ((Enum<?>) one).name().equals(node.textValue()))
                    .findFirst()
                    .orElseGet(() -> none(node, type));
        }
        return record(what, node, type);
    }

    private static Object none(JsonNode node, Class<?> type) {
        throw new ClassCastException(node + " is no " + type);
    }

    private static Object record(String what, JsonNode node, Class<?> type) throws ReflectiveOperationException {
        String name = node.path(CLASS).asText();
        Class<?> found;
        try {
            found = Class.forName(name, false, Notation.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(what + " needs the class \"" + name + "\", which is not here", e);
        }
        // a file must not be able to make anything else
        Check.that(
                found.isRecord() && type.isAssignableFrom(found),
                "%s must have a %s that is a record, had %s",
                what,
                type.getSimpleName(),
                name);
        return made(what, node, found);
    }

    private static Object made(String what, JsonNode node, Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            JsonNode part = node.path(components[i].getName());
            values[i] = components[i].getType() == List.class
                    ? list(what, part, components[i])
                    : value(what, part, components[i].getType());
        }
        Constructor<?> constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(
                    what + " is refused: " + e.getCause().getMessage(), e);
        }
    }

    private static List<Object> list(String what, JsonNode node, RecordComponent component)
            throws ReflectiveOperationException {
        Class<?> element = (Class<?>)
                ((java.lang.reflect.ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        if (!node.isArray()) {
            none(node, List.class);
        }
        List<Object> list = new ArrayList<>();
        for (JsonNode part : node) {
            list.add(value(what, part, element));
        }
        return list;
    }
}
