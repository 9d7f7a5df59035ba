package mml.data.own;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import mml.data.Dataset;
import mml.data.Provenance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two classes of images of 2 lines and 3 columns. */
class ImageFolderTest {
    @TempDir
    private Path folder;

    private Path pets;

    @BeforeEach
    void begin() throws IOException {
        pets = folder.resolve("pets");
        write("dogs/1.png", rgb(0xff0000));
        write("cats/2.png", rgb(0x0000ff));
        write("cats/1.png", rgb(0x336699));
    }

    /** An image whose first pixel has a colour, and the others are black. */
    private static BufferedImage rgb(int first) {
        BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, first);
        return image;
    }

    private void write(String name, BufferedImage image) throws IOException {
        Path file = pets.resolve(name);
        Files.createDirectories(file.getParent());
        assertTrue(ImageIO.write(image, "png", file.toFile()), "the image is written");
    }

    private void assertRefused(String sentence) {
        String found = assertThrows(IOException.class, () -> ImageFolder.read(pets, Colour.RGB))
                .getMessage();
        assertEquals(sentence, found.replace(pets.toString(), "PETS").replace('\\', '/'));
    }

    @Test
    void classesAreFoldersAndImagesAreByAlphabet() throws IOException {
        Files.write(pets.resolve(".hidden"), new byte[3]);
        Files.write(pets.resolve("cats/.hidden"), new byte[3]);
        Dataset data = ImageFolder.read(pets, Colour.RGB);
        assertEquals("pets: 3 examples of shape [2, 3, 3] in 2 classes", data.toString());
        assertEquals(List.of("cats", "dogs"), data.classes());
        assertEquals(Provenance.of("the images in the folder pets", "not stated"), data.provenance());
        assertArrayEquals(new int[] {0, 0, 1}, data.labels());
        float[] expected = Arrays.copyOf(new float[] {0.2f, 0.4f, 0.6f}, 18);
        assertArrayEquals(expected, data.example(0));
        assertEquals(1, data.example(1)[2]);
        assertEquals(1, data.example(2)[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Thumbs.db", ".DS_Store", "desktop.ini", "Desktop.ini"})
    void whatSystemsLayThereUnaskedIsLeftOut(String name) throws IOException {
        for (String place : List.of("", "cats/", "dogs/")) {
            Files.write(pets.resolve(place + name), new byte[3]);
        }
        assertEquals(
                "pets: 3 examples of shape [2, 3, 3] in 2 classes",
                ImageFolder.read(pets, Colour.RGB).toString());
        Files.write(pets.resolve("cats/other.ini"), new byte[3]);
        assertRefused("PETS/cats/other.ini must be an image (PNG, JPEG, GIF or BMP), is something else");
    }

    @Test
    void placesGoLineByLine() throws IOException {
        BufferedImage image = rgb(0);
        image.setRGB(2, 1, 0x00ff00);
        write("cats/1.png", image);
        // the last pixel's green
        assertEquals(1, ImageFolder.read(pets, Colour.RGB).example(0)[(1 * 3 + 2) * 3 + 1]);
        assertEquals(0.587f, ImageFolder.read(pets, Colour.GREY).example(0)[5]);
    }

    @Test
    void lightnessIsAWeightedSumOfTheColours() throws IOException {
        Dataset data = ImageFolder.read(pets, Colour.GREY);
        assertEquals(List.of(2, 3, 1), data.shape());
        assertEquals(0.299f * 0.2f + 0.587f * 0.4f + 0.114f * 0.6f, data.example(0)[0], 1e-7f);
    }

    @Test
    void greyImagesKeepTheirStoredNumbers() throws IOException {
        for (int type : new int[] {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY}) {
            int largest = type == BufferedImage.TYPE_BYTE_GRAY ? 255 : 65535;
            BufferedImage grey = new BufferedImage(3, 2, type);
            grey.getRaster().setSample(1, 0, 0, largest / 5);
            write("cats/1.png", grey);
            assertEquals(0.2f, ImageFolder.read(pets, Colour.GREY).example(0)[1]);
            assertArrayEquals(
                    new float[] {0.2f, 0.2f, 0.2f},
                    Arrays.copyOfRange(ImageFolder.read(pets, Colour.RGB).example(0), 3, 6));
        }
    }

    @Test
    void imagesThatCannotBeReadAreRefused() throws IOException {
        Files.writeString(pets.resolve("cats/2.png"), "no image");
        assertRefused("PETS/cats/2.png must be an image (PNG, JPEG, GIF or BMP), is something else");
        write("cats/2.png", rgb(1));
        byte[] whole = Files.readAllBytes(pets.resolve("cats/2.png"));
        Files.write(pets.resolve("cats/2.png"), Arrays.copyOf(whole, whole.length / 2));
        String sentence = assertThrows(IOException.class, () -> ImageFolder.read(pets, Colour.RGB))
                .getMessage();
        assertTrue(sentence.contains("2.png cannot be read as an image: "), sentence);
        Files.createDirectories(pets.resolve("cats/0.png"));
        assertRefused("PETS/cats/0.png must be a file, is a folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void imagesThatAreCutShortAreRefusedInEveryFormat(String format) throws IOException {
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 1200; i++) {
            image.setRGB(i % 40, i / 40, 0x010305 * i);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(image, format, bytes), "the image is written");
        pets = folder.resolve(format);
        for (String kind : List.of("a", "b")) {
            Files.write(Files.createDirectories(pets.resolve(kind)).resolve("1." + format), bytes.toByteArray());
        }
        assertEquals(2, ImageFolder.read(pets, Colour.RGB).size());
        for (int percent = 0; percent < 100; percent += 7) {
            Path file = pets.resolve("b/1." + format);
            Files.write(file, Arrays.copyOf(bytes.toByteArray(), bytes.size() * percent / 100));
            String sentence = assertThrows(IOException.class, () -> ImageFolder.read(pets, Colour.RGB))
                    .getMessage();
            assertTrue(sentence.matches("(?s)\\Q" + file + "\\E (cannot|must) be .*"), percent + " %: " + sentence);
            assertFalse(sentence.endsWith("null"), sentence);
        }
    }

    @Test
    void imagesOfAnotherSizeAreRefusedWithBoth() throws IOException {
        write("dogs/1.png", new BufferedImage(4, 2, BufferedImage.TYPE_INT_RGB));
        assertRefused("PETS/dogs/1.png must have 3 x 2 pixels, as PETS/cats/1.png has, has 4 x 2");
    }

    @Test
    void transparentPixelsAreRefused() throws IOException {
        BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_ARGB);
        write("dogs/1.png", image);
        assertRefused("PETS/dogs/1.png must be opaque, has transparent pixels");
        for (int i = 0; i < 6; i++) {
            image.setRGB(i % 3, i / 3, 0xff00ff00);
        }
        write("dogs/1.png", image);
        assertEquals(1, ImageFolder.read(pets, Colour.RGB).example(2)[1]);
    }

    @Test
    void aClassWithNoExampleIsRefused() throws IOException {
        Files.createDirectories(pets.resolve("birds"));
        assertRefused("class PETS/birds must have at least one image, has none");
    }

    @Test
    void whatIsNoFolderOfClassesIsRefused() throws IOException {
        Files.writeString(pets.resolve("readme"), "");
        assertRefused("PETS must have nothing but a folder for each class, has readme");
        Files.delete(pets.resolve("readme"));
        Files.delete(pets.resolve("dogs/1.png"));
        Files.delete(pets.resolve("dogs"));
        assertRefused("PETS must have folders of at least two classes, has [cats]");
        pets = pets.resolve("none");
        assertRefused("there is no folder PETS");
    }

    @Test
    void anEmptyFolderAndNoColourAreRefused() throws IOException {
        pets = Files.createDirectories(folder.resolve("empty"));
        assertRefused("PETS must have folders of at least two classes, has []");
        var e = assertThrows(IllegalArgumentException.class, () -> ImageFolder.read(pets, null));
        assertEquals("colour must be one of [GREY, RGB], was null", e.getMessage());
    }
}
