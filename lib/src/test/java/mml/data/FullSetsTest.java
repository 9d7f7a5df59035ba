package mml.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import mml.data.download.Cache;
import mml.math.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The full sets without a network; what is downloaded is tested in {@code mml.data.download}. */
class FullSetsTest {
    private static final Provenance TINY = Provenance.of("by hand", "none needed");

    @TempDir
    private Path folder;

    private final IdxSet.Places nowhere = new IdxSet.Places("tiny", List.of(), List.of("http://127.0.0.1:9/"));

    private IdxSet set(String imagesHash, String labelsHash) {
        return new IdxSet(
                "tiny",
                TINY,
                List.of("a", "b"),
                nowhere.file("images", imagesHash),
                nowhere.file("labels", labelsHash));
    }

    @Test
    void aSetIsReadFromFilesPutIntoTheCacheByHand() throws IOException {
        Files.createDirectories(folder.resolve("tiny"));
        byte[] images = {0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 1, 0, (byte) 255};
        byte[] labels = {0, 0, 8, 1, 0, 0, 0, 2, 1, 0};
        Files.write(folder.resolve("tiny/images"), images);
        Files.write(folder.resolve("tiny/labels"), labels);
        IdxSet set = set(
                "fdf520e014c9768b5f90ef6382c4390aa578fa538f2bf2fda7d604e0b340cf7a",
                "5c66aba3a762e749fce01733b324ea216dc02bd55e9854993e97fdb137383831");
        Cache cache = new Cache(folder, Duration.ofSeconds(5));
        Dataset data = set.read(cache, Progress.none());
        assertArrayEquals(new float[] {0, 1}, data.features());
        assertArrayEquals(new int[] {1, 0}, data.labels());
        assertEquals(TINY, data.provenance());
        // swapped files are damaged ones
        Files.write(folder.resolve("tiny/images"), labels);
        String sentence = assertThrows(IOException.class, () -> set.read(cache, Progress.none()))
                .getMessage();
        assertEquals(
                "tiny/images could not be had: fetch http://127.0.0.1:9/images by hand and put it at "
                        + folder.resolve("tiny/images"),
                sentence.substring(0, sentence.indexOf(" (tried")));
    }

    @Test
    void theFullFashionMnistBeginsWithTheEmbeddedOne() throws IOException {
        assumeTrue(Files.exists(Path.of("/usr/share/datasets/fashion-mnist")), "the system has the full Fashion-MNIST");
        Dataset full = FashionMnist.fullTest(Progress.none());
        assertEquals(
                "Fashion-MNIST, 10,000 test images: 10,000 examples of shape [28, 28, 1] in 10 classes",
                full.toString());
        assertArrayEquals(FashionMnist.test().features(), full.first(2000).features());
        assertArrayEquals(FashionMnist.test().labels(), full.first(2000).labels());
        assertEquals(FashionMnist.test().provenance(), full.provenance());
        int[] thousandEach = new int[10];
        Arrays.fill(thousandEach, 1000);
        assertArrayEquals(thousandEach, Labels.counts(full));
    }
}
