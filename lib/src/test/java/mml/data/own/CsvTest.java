package mml.data.own;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mml.data.Dataset;
import mml.data.Provenance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @TempDir
    private Path folder;

    private Dataset read(String text) throws IOException {
        return Csv.read(Files.writeString(folder.resolve("flowers.csv"), text), "kind");
    }

    /** Asserts the refusal's sentence, in which the file stands without its folder. */
    private void assertRefused(String sentence, String text) {
        String found = assertThrows(IOException.class, () -> read(text)).getMessage();
        assertEquals(sentence, found.replace(folder + folder.getFileSystem().getSeparator(), ""));
    }

    @Test
    void everyColumnButThatOfTheClassesIsAFeature() throws IOException {
        Dataset data = read("length,kind,width\n1.5,rose,-2\n3e2,aster,0\n4,rose,7\n");
        assertEquals("flowers.csv: 3 examples of shape [2] in 2 classes", data.toString());
        assertArrayEquals(new float[] {1.5f, -2, 300, 0, 4, 7}, data.features());
        assertEquals(List.of("aster", "rose"), data.classes());
        assertArrayEquals(new int[] {1, 0, 1}, data.labels());
    }

    @Test
    void theProvenanceNamesTheFileWithoutItsFolderAndTheColumnOfTheClasses() throws IOException {
        assertEquals(
                Provenance.of("the table flowers.csv, classes from the column kind", "not stated"),
                read("length,kind\n1,a\n2,b\n").provenance());
    }

    @Test
    void theColumnsNameTheFeatures() throws IOException {
        Dataset data = read("length in cm,kind,width\n1,a,2\n2,b,3\n");
        assertEquals(List.of("length in cm", "width"), data.featureNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.7", "-0.5", ".25", "41e-1", "1e400"})
    void measuredNumbersAreNoClasses(String measured) {
        assertRefused(
                "flowers.csv, line 3: column \"kind\" must name classes, was the measured number " + measured
                        + ": choose another column, or write a class in place of each number, such as \"low\" and \"high\"",
                "x,kind\n1,3\n2," + measured + "\n");
    }

    @Test
    void classesThatAreWholeNumbersAreSortedAsSuch() throws IOException {
        assertEquals(List.of("-1", "2", "10"), read("kind,x\n10,1\n2,1\n-1,1\n").classes());
        assertEquals(List.of("10", "2", "x"), read("kind,x\n10,1\n2,1\nx,1\n").classes());
        assertEquals(
                List.of("2.0", "10.0", "1e99"),
                read("kind,x\n10.0,1\n1e99,1\n2.0,1\n").classes());
        assertEquals(List.of("7.1.2", "v1.5"), read("kind,x\nv1.5,1\n7.1.2,1\n").classes());
    }

    @Test
    void numbersThatMostLinesHaveForThemselvesAreNoClasses() throws IOException {
        String prices =
                IntStream.range(0, 40).mapToObj(i -> i + "," + 100 * i + "\n").collect(Collectors.joining());
        assertRefused(
                "flowers.csv: column \"kind\" must name classes, has 40 different numbers in 40 lines: choose another column, or"
                        + " write a class in place of each number, such as \"low\" and \"high\"",
                "length,kind\n" + prices);
        String ids =
                IntStream.range(0, 80).mapToObj(i -> i + "," + i / 2 + "\n").collect(Collectors.joining());
        assertEquals(40, read("length,kind\n" + ids).classes().size());
    }

    @Test
    void zeroAndItsNegativeAreOneNumber() {
        assertRefused(
                "flowers.csv must write every class of column \"kind\" in one way, has 0 and -0",
                "length,kind\n1,0\n2,-0\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.0", "03", "+3", "3e0"})
    void aNumberIsWrittenInOneWay(String other) {
        assertRefused(
                "flowers.csv must write every class of column \"kind\" in one way, has 3 and " + other,
                "length,kind\n1,3\n2,4\n3," + other + "\n");
    }

    @Test
    void whatOtherProgramsWriteIsRead() throws IOException {
        String byteOrderMark = "\ufeff";
        Dataset data = read(byteOrderMark + "\"kind\",\"the \"\"x\"\"\" \r\n\"a, b\", 1 \r\n\r\nc,\"2\"\r\n\r\n");
        assertEquals(List.of("a, b", "c"), data.classes());
        assertArrayEquals(new float[] {1, 2}, data.features());
    }

    @Test
    void numbersMayBeWrittenInEveryUsualWay() throws IOException {
        Dataset data = read("kind,a,b,c\na,+1,-.5,2.\nb,1E+2,\"3e-1\",007\n");
        assertArrayEquals(new float[] {1, -0.5f, 2, 100, 0.3f, 7}, data.features());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x,kind;1,a;,b | flowers.csv, line 3: column \"x\" must have a value, has none",
                "x,kind;1,a;2, | flowers.csv, line 3: column \"kind\" must have a value, has none",
                "x,kind;1,a;;two,b | flowers.csv, line 4: column \"x\" must be a finite number, was \"two\"",
                "x,kind;NaN,a;2,b | flowers.csv, line 2: column \"x\" must be a finite number, was \"NaN\"",
                "x,kind;1d,a;2,b | flowers.csv, line 2: column \"x\" must be a finite number, was \"1d\"",
                "x,kind;0x1p3,a;2,b | flowers.csv, line 2: column \"x\" must be a finite number, was \"0x1p3\"",
                "x,kind;1e99,a;2,b | flowers.csv, line 2: column \"x\" must be a finite number, was \"1e99\"",
                "x,kind;1,a;2,b,3 | flowers.csv, line 3: there must be 2 values, one a column, were 3",
                "x,kind;1,a;2 | flowers.csv, line 3: there must be 2 values, one a column, were 1",
                "x,x,kind;1,1,a | flowers.csv, line 1: names of columns must differ, were [x, x, kind]",
                "x,class;1,a | flowers.csv, line 1: there must be a column \"kind\" and at least one other, columns are [x, class]",
                "kind;a;b | flowers.csv, line 1: there must be a column \"kind\" and at least one other, columns are [kind]",
                "x,kind;1,\"a;2,b | flowers.csv, line 2: quotation marks must stand round a whole value on one line, and be doubled within it, had 1,\"a",
                "x,kind;1\"2\"3,a;2,b | flowers.csv, line 2: quotation marks must stand round a whole value on one line, and be doubled within it, had 1\"2\"3,a",
                "x,kind;1,\"a\"b;2,b | flowers.csv, line 2: quotation marks must stand round a whole value on one line, and be doubled within it, had 1,\"a\"b",
                "x,kind;1,a;2,a | flowers.csv must have examples of at least two classes, has [a]",
                "x,kind | flowers.csv must have examples of at least two classes, has []",
                "'' | flowers.csv must have a line with the names of the columns, has none",
            })
    void whatIsWrongIsToldWithItsLine(String lines, String sentence) {
        assertRefused(sentence, lines.replace(';', '\n'));
    }

    @ParameterizedTest
    @CsvSource({"semicolons, ';'", "tabs, '\t'"})
    void whatOtherProgramsWriteBetweenValuesIsNamed(String name, String separator) {
        assertRefused(
                "flowers.csv, line 1: there must be a column \"kind\" and at least one other, columns are [x;kind]; the values"
                                .replace(";k", separator + "k")
                        + " seem to be separated by " + name
                        + ": save the table with commas between them, and with points in decimal numbers",
                "x;kind\n1,5;a\n2,5;b\n".replace(";", separator));
    }

    @Test
    void aColumnWithoutANameIsRefused() {
        assertRefused(
                "flowers.csv, line 1: every column must have a name, column 1 has none (if it only numbers the lines, leave it"
                        + " out; pandas does so with index=False)",
                ",x,kind\n0,1,a\n1,2,b\n");
    }

    @Test
    void filesThatAreNotThereOrNoTextAreRefused() throws IOException {
        Path none = folder.resolve("none.csv");
        var e = assertThrows(IOException.class, () -> Csv.read(none, "kind"));
        assertEquals("there is no file " + none, e.getMessage());
        e = assertThrows(IOException.class, () -> Csv.read(folder, "kind"));
        assertEquals(folder + " must be a file, is a folder", e.getMessage());
        Path latin = folder.resolve("latin.csv");
        Files.write(latin, "x,kind\n1,Männertreu\n2,b\n".getBytes(StandardCharsets.ISO_8859_1));
        e = assertThrows(IOException.class, () -> Csv.read(latin, "kind"));
        assertEquals(latin + " must be text in UTF-8, has other bytes", e.getMessage());
    }
}
