package mml.notebook.results;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import mml.math.Check;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultFileTest {
    /** A result with everything that is hard to write. */
    record Curve(String name, double[] losses, float[] weights, List<Integer> steps) {
        Curve {
            Check.notBlank("name", name);
        }
    }

    /** The same with a component less. */
    record Less(String name, double[] losses) {}

    private static final Stamp STAMP =
            new Stamp("make it", "mml 9", "abc", "21", "TestOS x86", "Test (2 threads)", "2026-01-31T12:00:00Z", 41.25);

    private final Curve curve =
            new Curve("a \"b\"\n<c>", new double[] {Double.NaN, 0.1, -0.0, 1e300}, new float[] {0.1f}, List.of(1, 2));
    private final Form<Curve> form = Form.of(Curve.class);
    private final Settings settings = Settings.none().with("seed", 7).with("rate", 0.05);

    @TempDir
    private Path folder;

    private ResultFile file;

    @BeforeEach
    void write() {
        file = new ResultFile(folder, "3.curve");
        file.write(form, settings, new Result<>(curve, STAMP));
    }

    @Test
    void whatWasWrittenIsReadToTheLastBit() throws Unusable {
        Result<Curve> read = file.read(form, settings);
        assertEquals(STAMP, read.stamp());
        assertEquals(curve.name(), read.value().name());
        assertArrayEquals(curve.losses(), read.value().losses());
        assertArrayEquals(curve.weights(), read.value().weights());
        assertEquals(curve.steps(), read.value().steps());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void numbersOfEverySizeKeepTheirBits(long seed) throws Unusable {
        Random random = new Random(seed);
        double[] doubles =
                random.longs(1000).mapToDouble(Double::longBitsToDouble).toArray();
        float[] floats = new float[1000];
        IntStream.range(0, 1000).forEach(i -> floats[i] = Float.intBitsToFloat(random.nextInt()));
        Form<float[]> single = Form.of(float[].class);
        ResultFile singles = new ResultFile(folder, "singles");
        ResultFile both = new ResultFile(folder, "doubles");
        singles.write(single, settings, new Result<>(floats, STAMP));
        both.write(Form.of(double[].class), settings, new Result<>(doubles, STAMP));
        assertArrayEquals(floats, singles.read(single, settings).value());
        assertArrayEquals(doubles, both.read(Form.of(double[].class), settings).value());
    }

    @Test
    void theFileSaysWhatItHoldsAndWhatMadeIt() throws IOException {
        String text = text();
        assertTrue(text.startsWith("""
                {
                  "format" : 1,
                  "key" : "3.curve",
                  "version" : 1,
                  "settings" : {
                    "seed" : 7,
                    "rate" : 0.05
                  },
                  "stamp" : {
                    "command" : "make it",
                    "library" : "mml 9",
                    "commit" : "abc",
                    "jdk" : "21",
                    "system" : "TestOS x86",
                    "processor" : "Test (2 threads)",
                    "made" : "2026-01-31T12:00:00Z",
                    "seconds" : 41.25
                  },
                  "value" : {
                    "name" : "a \\"b\\"\\n<c>",
                    "losses" : [ "NaN", 0.1, -0.0, 1.0E300 ],
                """), text);
    }

    @Test
    void aResultMadeWithOtherSettingsIsNotRead() {
        assertEquals(
                "results/3.curve.json is not used: it was made with other settings: seed is 8, stored with 7",
                refusal(form, Settings.none().with("seed", 8).with("rate", 0.05)));
    }

    @Test
    void aResultOfAnotherVersionIsNotRead() {
        assertEquals(
                "results/3.curve.json is not used: its value is of version 1, this notebook reads version 2",
                refusal(form.version(2), settings));
    }

    @Test
    void aResultOfAnotherShapeIsNotRead() {
        String sentence = refusal(Form.of(Less.class), settings);
        assertTrue(sentence.startsWith("results/3.curve.json is not used: its value does not fit: "), sentence);
        assertTrue(sentence.contains("weights"), sentence);
    }

    @Test
    void aFileOfAnotherFormatIsNotRead() throws IOException {
        replace("\"format\" : 1", "\"format\" : 2");
        assertEquals(
                "results/3.curve.json is not used: it is a result file of format 2, this library reads format 1",
                refusal(form, settings));
    }

    @Test
    void aMissingFileIsNamed() {
        file = new ResultFile(folder, "none");
        assertEquals("there is no stored result results/none.json", refusal(form, settings));
        assertTrue(!file.exists());
    }

    @Test
    void aFileThatWasRenamedIsNotRead() throws IOException {
        Files.move(path(), path().resolveSibling("other.json"));
        file = new ResultFile(folder, "other");
        assertEquals("results/other.json is not used: it holds the result 3.curve, not other", refusal(form, settings));
    }

    @Test
    void aFileThatIsCutAnywhereIsNotRead() throws IOException {
        String whole = text();
        for (int length = 0; length < whole.strip().length(); length++) {
            Files.writeString(path(), whole.substring(0, length));
            String sentence = refusal(form, settings);
            assertTrue(sentence.startsWith("results/3.curve.json is not used: it is damaged: "), sentence);
            assertEquals(1, sentence.lines().count(), sentence);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.2",
        "'\"seed\" : 7', '\"seed\" : 8'",
        "41.25, 4.125",
        "'\"sha256\"', '\"md5\"'",
        "'\"format\" : 1,', ''",
        "'[ 1, 2 ]', '[ 2, 1 ]'",
        "'\"key\" : ', '\"key\" : \"x\", \"key\" : '",
    })
    void aFileInWhichAnythingWasChangedIsNotRead(String before, String after) throws IOException {
        replace(before, after);
        String sentence = refusal(form, settings);
        assertTrue(sentence.startsWith("results/3.curve.json is not used: it is damaged: "), sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "7", "<html>", "<<<<<<< HEAD\n{}"})
    void whatIsNoResultFileIsNotRead(String text) throws IOException {
        Files.writeString(path(), text);
        String sentence = refusal(form, settings);
        assertTrue(sentence.startsWith("results/3.curve.json is not used: it is damaged: "), sentence);
    }

    @Test
    void bytesThatAreNoTextAreNotRead() throws IOException {
        Files.write(path(), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertEquals("results/3.curve.json is not used: it is damaged: not text", refusal(form, settings));
    }

    @Test
    void theLineEndsOfAnotherSystemAreNoDamage() throws IOException, Unusable {
        replace("\n", "\r\n");
        assertEquals(STAMP, file.read(form, settings).stamp());
    }

    @Test
    void whatCouldNotBeReadAgainIsNotWritten() throws IOException {
        String before = text();
        var e = assertThrows(
                IllegalArgumentException.class,
                () -> file.write(Form.of(Object.class), settings, new Result<>(new Object(), STAMP)));
        assertTrue(e.getMessage().startsWith("the value of 3.curve must be one that JSON can hold and give back: "));
        assertEquals(before, text());
    }

    @Test
    void aValueMayGoByWayOfAnotherType() throws Unusable {
        Form<StringBuilder> by = Form.by(String.class, StringBuilder::toString, StringBuilder::new);
        file.write(by, settings, new Result<>(new StringBuilder("abc"), STAMP));
        assertEquals("abc", file.read(by, settings).value().toString());
    }

    @Test
    void aDiskThatRefusesIsNamed() throws IOException {
        Path blocked = Files.writeString(folder.resolve("blocked"), "a file, not a folder");
        ResultFile there = new ResultFile(blocked, "3.curve");
        var e = assertThrows(UncheckedIOException.class, () -> there.write(form, settings, new Result<>(curve, STAMP)));
        assertTrue(
                e.getMessage().startsWith("results/3.curve.json could not be written, what was there is kept: "),
                e.getMessage());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "A", "a/b", "../a", "a.", "-a", "a b", "\u00fc", "a\\b"})
    void aKeyMustBeTheNameOfAFileEverywhere(String key) {
        var e = assertThrows(IllegalArgumentException.class, () -> new ResultFile(folder, key));
        assertEquals(
                "key must be of small letters and digits, with dots and hyphens between, was " + key, e.getMessage());
    }

    private String refusal(Form<?> by, Settings asked) {
        return assertThrows(Unusable.class, () -> file.read(by, asked)).getMessage();
    }

    private Path path() {
        return folder.resolve("results/3.curve.json");
    }

    private String text() throws IOException {
        return Files.readString(path());
    }

    private void replace(String before, String after) throws IOException {
        String whole = text();
        assertTrue(whole.contains(before), whole);
        Files.writeString(path(), whole.replace(before, after));
    }
}
