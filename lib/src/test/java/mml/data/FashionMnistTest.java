package mml.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FashionMnistTest {
    @ParameterizedTest
    @CsvSource({
        "train-images-idx3, ed2e37ed5a3a57d212141a69fe0a0de5a7126ffba14ac3f7e76f5f52cc04b1f0",
        "train-labels-idx1, a69f2dad024ca220a8c4d85f621fdf929042d40c444abde2868903e9220ad517",
        "t10k-images-idx3, 862035b0a96959b614c9574f4c2b0ae9584ca234813e8d6d7adb7838b12ca46b",
        "t10k-labels-idx1, aa3f574d30afaf0d4d9da084a6f8541771e20693d6a97fae6e9a4953fca8f078"
    })
    void theEmbeddedFilesAreTheFirstImagesOfTheRealOnes(String file, String hash)
            throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        String path = "fashion-mnist/" + file + "-ubyte.gz";
        try (InputStream in = new GZIPInputStream(FashionMnist.class.getResourceAsStream(path))) {
            assertEquals(hash, HexFormat.of().formatHex(digest.digest(in.readAllBytes())));
        }
    }

    @Test
    void thereAreTenThousandTrainingAndTwoThousandTestImages() {
        assertEquals(
                "Fashion-MNIST, first 10,000 training images: 10,000 examples of shape [28, 28, 1] in 10 classes",
                FashionMnist.train().toString());
        assertEquals(2000, FashionMnist.test().size());
        assertEquals(784, FashionMnist.test().width());
    }

    @Test
    void theFirstTrainingImageIsAnAnkleBoot() {
        Dataset train = FashionMnist.train();
        assertEquals("ankle boot", train.classes().get(train.labels()[0]));
    }

    @Test
    void featuresFillTheUnitInterval() {
        for (Dataset data : List.of(FashionMnist.train(), FashionMnist.test())) {
            float low = 1;
            float high = 0;
            for (float feature : data.features()) {
                low = Math.min(low, feature);
                high = Math.max(high, feature);
            }
            assertEquals(0, low);
            assertEquals(1, high);
        }
    }

    @Test
    void theClassesAreAboutEquallyFrequent() {
        for (Dataset data : List.of(FashionMnist.train(), FashionMnist.test())) {
            for (int k = 0; k < 10; k++) {
                int label = k;
                long count =
                        Arrays.stream(data.labels()).filter(l -> l == label).count();
                double deviation = Math.sqrt(data.size() * 0.1 * 0.9); // of draws from ten equally likely classes
                assertTrue(
                        Math.abs(count - data.size() / 10) < 5 * deviation,
                        data.classes().get(k) + ": " + count);
            }
        }
    }
}
