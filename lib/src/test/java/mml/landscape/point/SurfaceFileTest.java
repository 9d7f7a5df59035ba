package mml.landscape.point;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import mml.landscape.point.Provenance.Part;
import mml.math.Grid.Axis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurfaceFileTest {
    private static final Axis A = new Axis(-1, 1, 3);
    private static final Axis B = new Axis(0, 0.1, 2);
    private static final Provenance ABOUT = about(List.of("loss", "test loss"), A, "layer 0: Relu\nlayer 1: Dense");

    @TempDir
    private Path folder;

    private static Provenance about(List<String> scores, Axis a, String function) {
        return new Provenance(scores, List.of(a, B), Map.of(Part.FUNCTION, function, Part.DATA, "a \\ b, caf\u00e9"));
    }

    private Path file() {
        return folder.resolve("a surface.txt");
    }

    private static Outcome scored(double... values) {
        return new Outcome.Scored(values);
    }

    /** Writes five points of six. */
    private void write() {
        try (SurfaceFile file = SurfaceFile.open(file(), ABOUT)) {
            assertEquals(6, file.points().count(PointState.WAITING));
            file.keep(4, scored(0.1, 1e-300));
            file.keep(0, scored(0.0, -0.0));
            file.keep(1, scored(Double.NaN, 0.5));
            file.keep(5, scored(Double.POSITIVE_INFINITY, Math.PI));
            file.keep(2, new Outcome.Failed("log of a negative number,\nwith C:\\temp"));
        }
    }

    private Points points() {
        return SurfaceFile.read(file()).points();
    }

    @Test
    void everyPointIsReadAsItWasWrittenBitForBit() {
        write();
        Points points = points();
        double none = Double.NaN;
        assertArrayEquals(
                new double[] {0, none, none, none, 0.1, Double.POSITIVE_INFINITY}, points.of("loss")); // compares bits
        assertArrayEquals(new double[] {-0.0, 0.5, none, none, 1e-300, Math.PI}, points.of("test loss"));
        assertEquals(Optional.of("log of a negative number,\nwith C:\\temp"), points.reason(2));
        assertEquals(ABOUT, SurfaceFile.read(file()).about());
    }

    /** Known programs take a zero or a NaN for a point that is waiting, and compute it again for ever. */
    @Test
    void aZeroAndANanAreDone() {
        write();
        Points points = points();
        assertEquals(PointState.DONE, points.state(0));
        assertEquals(PointState.NAN, points.state(1));
        assertEquals(PointState.FAILED, points.state(2));
        assertEquals(PointState.WAITING, points.state(3));
        assertEquals(PointState.INFINITE, points.state(5));
        assertEquals("4 of 6 points, 1 nan, 1 infinite, 1 failed", points.toString());
    }

    @Test
    void ofTwoLinesOfAPointTheLastCounts() {
        write();
        try (SurfaceFile file = SurfaceFile.open(file(), ABOUT)) {
            file.keep(2, scored(7, 8));
        }
        assertEquals(7, points().of("loss")[2]);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9, 20})
    void aTornLastLineIsDroppedAndNoOther(int missing) throws IOException {
        write();
        byte[] all = Files.readAllBytes(file());
        Files.write(file(), java.util.Arrays.copyOf(all, all.length - missing));
        assertEquals(4, points().done());
        assertEquals(PointState.WAITING, points().state(2));
        try (SurfaceFile file = SurfaceFile.open(file(), ABOUT)) {
            assertEquals(4, file.points().done());
            file.keep(2, new Outcome.Failed("log of a negative number,\nwith C:\\temp"));
        }
        assertArrayEquals(all, Files.readAllBytes(file()));
    }

    @Test
    void aDamagedLineIsRefusedWithItsNumberAndTheOthersCanBeUsedWithoutIt() throws IOException {
        write();
        String sound = Files.readString(file());
        String damaged = sound.replace("\n0 0.0 -0.0 ", "\n0 0.5 -0.0 ");
        int line =
                (int) damaged.substring(0, damaged.indexOf("\n0 0.5")).lines().count() + 1;
        refuses(
                damaged,
                "a surface.txt is damaged in line " + line + ": delete that line, and its point is computed again");
        Files.writeString(file(), damaged.replaceFirst("\n0 0.5 .*\n", "\n"));
        assertEquals(3, points().done());
    }

    @Test
    void anotherFileIsRefusedAndLeftAsItIs() throws IOException {
        write();
        String sound = Files.readString(file());
        refuses("{\"loss\": 1}\n", "a surface.txt must begin with \"mml surface\": it is no surface file");
        refuses(sound.replace("mml surface 1", "mml surface 2"), "a surface.txt must have version 1, has 2");
        refuses(sound.replace("layer 0", "layer 1"), "a surface.txt is damaged in line 6: it cannot be used");
        refuses(
                sound.substring(0, sound.indexOf("points ")).replace("test loss", "test loss"),
                "a surface.txt was cut short in its header, and holds no point: delete it",
                about(List.of("loss"), A, "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x 1 2", "99 1 2", "1", "-1 1 2", "0 one two"})
    void aLineThatIsSealedButNoPointIsRefused(String line) throws IOException {
        write();
        String all = Files.readString(file()) + SealedLine.of(line);
        Files.writeString(file(), all);
        var e = assertThrows(IllegalArgumentException.class, () -> SurfaceFile.open(file(), ABOUT));
        assertTrue(e.getMessage().startsWith("a surface.txt is no surface file of this version: "), e.getMessage());
        assertEquals(all, Files.readString(file()));
    }

    private void refuses(String content, String sentence) throws IOException {
        refuses(content, sentence, ABOUT);
    }

    private void refuses(String content, String sentence, Provenance about) throws IOException {
        Files.writeString(file(), content);
        var e = assertThrows(IllegalArgumentException.class, () -> SurfaceFile.open(file(), about));
        assertEquals(sentence, e.getMessage());
        assertEquals(content, Files.readString(file()));
    }

    @Test
    void aFileOfAnotherSurfaceIsRefusedAndTheSentenceNamesTheFirstDifference() throws IOException {
        write();
        String sound = Files.readString(file());
        String other = "a surface.txt is of another surface: its ";
        refuses(
                sound,
                other + "function is \"layer 1: Dense\", this one's \"layer 1: Tanh\"",
                about(ABOUT.scores(), A, "layer 0: Relu\nlayer 1: Tanh"));
        refuses(
                sound,
                other + "axis a is 3 points on [-1.0, 1.0], this one's 3 points on [-1.0, 2.0]",
                about(ABOUT.scores(), new Axis(-1, 2, 3), "layer 0: Relu\nlayer 1: Dense"));
        refuses(
                sound,
                other + "scores is [loss, test loss], this one's [loss]",
                about(List.of("loss"), A, "layer 0: Relu\nlayer 1: Dense"));
    }

    @Test
    void aHeaderThatWasTornWhenItsProcessWasKilledIsWrittenAnew() throws IOException {
        write();
        String sound = Files.readString(file());
        for (String torn : List.of("", "mml", sound.substring(0, sound.indexOf("points ") + 3))) {
            Files.writeString(file(), torn);
            assertEquals(Optional.empty(), SurfaceFile.peek(file(), ABOUT));
            write();
            assertEquals(sound, Files.readString(file()));
        }
    }

    @Test
    void aFolderOrAPlaceWithoutAFolderIsRefused() throws IOException {
        var e = assertThrows(IllegalArgumentException.class, () -> SurfaceFile.open(folder, ABOUT));
        assertEquals("surface file must be a file, " + folder + " is a folder", e.getMessage());
        Path file = Files.writeString(folder.resolve("file"), "x");
        var below = assertThrows(UncheckedIOException.class, () -> SurfaceFile.open(file.resolve("b.txt"), ABOUT));
        assertTrue(below.getMessage().startsWith("surface file " + file.resolve("b.txt") + " cannot be opened: "));
        var none = assertThrows(UncheckedIOException.class, () -> SurfaceFile.read(folder.resolve("none")));
        assertTrue(none.getMessage().startsWith("surface file " + folder.resolve("none") + " cannot be read: "));
        try (SurfaceFile made = SurfaceFile.open(folder.resolve("new/folder/c.txt"), ABOUT)) {
            assertEquals(0, made.points().done());
        }
    }

    @Test
    void twoSurfacesOfOneProcessDoNotShareAFile() {
        try (SurfaceFile first = SurfaceFile.open(file(), ABOUT)) {
            var e = assertThrows(IllegalStateException.class, () -> SurfaceFile.open(file(), ABOUT));
            assertEquals(file() + " is being written by another surface of this process", e.getMessage());
            first.keep(0, scored(1, 2));
            assertEquals(1, points().done());
        }
        SurfaceFile.open(file(), ABOUT).close();
    }

    /** A disk that takes only so many bytes, and writes what it can of the last line. */
    private static final class SmallDisk implements SurfaceFile.Disk {
        private final StringBuilder written = new StringBuilder();
        private final int room;
        private final boolean canCut;

        SmallDisk(int room, boolean canCut) {
            this.room = room;
            this.canCut = canCut;
        }

        @Override
        public void append(byte[] bytes) throws IOException {
            String line = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
            int left = room - written.length();
            written.append(line, 0, Math.min(left, line.length()));
            if (left < line.length()) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public void cut(long length) throws IOException {
            if (!canCut) {
                throw new IOException("Input/output error");
            }
            written.setLength((int) length);
        }

        @Override
        public void close() {}
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void onAFullDiskWhatWasWrittenStaysWhole(boolean canCut) throws IOException {
        String header = SurfaceText.header(ABOUT);
        SmallDisk disk = new SmallDisk(header.length() + 50, canCut);
        disk.append(header.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        SurfaceFile file = new SurfaceFile(file(), disk, Points.waiting(ABOUT.scores(), 6), header.length());
        file.keep(3, scored(1, 2));
        file.keep(1, scored(3, 4));
        var e = assertThrows(UncheckedIOException.class, () -> file.keep(2, scored(5, 6)));
        assertEquals(
                "surface file " + file() + " cannot be written: No space left on device; what was written is whole, and"
                        + " the surface can go on from there",
                e.getMessage());
        assertEquals(canCut, disk.written.toString().endsWith("\n"));
        Files.writeString(file(), disk.written);
        assertEquals(2, points().done());
        try (SurfaceFile again = SurfaceFile.open(file(), ABOUT)) {
            assertEquals(2, again.points().done());
            again.keep(2, scored(5, 6));
        }
        assertEquals(5, points().of("loss")[2]);
    }

    @Test
    void textsOfAnyKindAreKept() {
        UnaryOperator<String> kept =
                text -> SealedLine.text(SealedLine.of(text).strip()).orElseThrow();
        for (String text :
                List.of("a", "a\nb", "a\\nb", "tab\there", "\r", "x \"quoted\" \\ ", "\u00fc \ud83d\ude00")) {
            assertEquals(text, kept.apply(text));
        }
        assertEquals(Optional.empty(), SealedLine.text(""));
        assertEquals(Optional.empty(), SealedLine.text("too short"));
    }
}
