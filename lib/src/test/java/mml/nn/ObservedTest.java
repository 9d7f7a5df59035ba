package mml.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import mml.math.Layout;
import mml.nn.layer.Dense;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ObservedTest {
    static Stream<Method> methods() {
        return Stream.of(Layer.class, Layer.Pass.class)
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> !Modifier.isStatic(method.getModifiers()));
    }

    /** Or what a layer does of its own would be lost when it is looked into. */
    @ParameterizedTest
    @MethodSource("methods")
    void everyMethodOfALayerIsPassedOn(Method method) throws NoSuchMethodException {
        Observed observed = new Observed(Dense.of("d", 1));
        observed.output(List.of(1));
        Object passing = method.getDeclaringClass() == Layer.class
                ? observed
                : observed.pass(List.of(1), 1, Layout.of(observed.blocks()), Layer.Mode.TRAINING);
        Method found = passing.getClass().getMethod(method.getName(), method.getParameterTypes());
        assertEquals(passing.getClass(), found.getDeclaringClass());
    }
}
