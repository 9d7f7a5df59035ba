package mml.plot.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextTest {
    @Test
    void whatMeansSomethingInAPageIsReplaced() {
        assertEquals("&lt;a b=&quot;1&quot; c=&#39;2&#39;&gt; &amp;amp;", Text.escaped("<a b=\"1\" c='2'> &amp;"));
        assertEquals("x \u2265 y", Text.escaped("x \u2265 y"));
    }

    @Test
    void noOtherPlaceEscapes() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            List<String> escaping = sources.filter(Files::isRegularFile)
                    .filter(TextTest::escapes)
                    .map(source -> source.getFileName().toString())
                    .toList();
            assertEquals(List.of("Text.java"), escaping);
        }
    }

    private static boolean escapes(Path source) {
        try {
            return Files.readString(source).contains("&amp;");
        } catch (IOException e) {
            throw new IllegalStateException(source + " must be readable", e);
        }
    }
}
