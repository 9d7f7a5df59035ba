package mml.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import mml.data.Corruption;
import mml.data.Dataset;
import mml.data.FashionMnist;
import mml.data.Provenance;
import mml.data.TwoSpirals;
import mml.data.generated.RandomRegression;
import mml.plot.Figures;
import org.junit.jupiter.api.Test;

class DataViewTest {
    private static final Dataset ROWS = Dataset.of(
                    "rows", List.of("a", "b"), List.of(3), new float[] {1, 2, 3, 4, 5, 6.5f}, new int[] {1, 1})
            .from(Provenance.of("counted <by hand>", "CC0"));

    private static String html(Object value) {
        return Rendering.of(value).data().get("text/html").toString();
    }

    @Test
    void aDataSetThatIsNoPictureShowsItsFirstRows() {
        assertEquals("""
                The first 2 of 2 examples
                class  feature 0  feature 1  feature 2
                b              1          2        3.0
                b              4          5        6.5

                rows
                property  value
                examples  2
                shape     3
                features  from 1 to 6.5, mean 3.583
                origin    counted <by hand>
                licence   CC0

                class  examples
                a             0
                b             2""", Rendering.of(ROWS).text());
        assertEquals(
                Set.of("text/plain", "text/html"), Rendering.of(ROWS).data().keySet());
        assertTrue(html(ROWS).contains("counted &lt;by hand&gt;"));
    }

    @Test
    void namesOfFeaturesStandOverTheirColumnsAndAmongTheFacts() {
        String text = Rendering.of(ROWS.withFeatureNames(List.of("length", "width", "age")))
                .text();
        assertTrue(text.contains("class  length  width  age\nb           1      2  3.0\n"), text);
        assertTrue(text.contains("\nnames     length, width, age\n"), text);
        List<String> nine = IntStream.range(0, 9).mapToObj(j -> "f" + j).toList();
        text = Rendering.of(Dataset.of("wide", List.of("a", "b"), List.of(9), new float[54], new int[6])
                        .withFeatureNames(nine))
                .text();
        assertTrue(text.contains("\nnames     f0, f1, f2, f3, f4, f5, f6, f7, ... (9 in all)\n"), text);
    }

    @Test
    void imagesShowAPictureWithAlternativeTextAndWhereTheyComeFrom() {
        Dataset data = FashionMnist.test();
        Output output = Rendering.of(data);
        String alternative = Figures.of(data).orElseThrow().alternativeText();
        assertTrue(output.text().startsWith(alternative), output.text());
        assertTrue(output.text().contains("licence   MIT, copyright 2017 Zalando SE"), output.text());
        assertTrue(html(data).contains("alt=\"" + alternative + "\""));
        assertTrue(html(data).contains("28 \u00d7 28 \u00d7 1") && html(data).contains("from 0 to 1, mean 0.287<"));
        assertTrue(output.data().containsKey("image/png"));
    }

    @Test
    void whatWasDoneToTheDataIsSaid() {
        String text = Rendering.of(new Corruption.RandomLabels(0.5, 2).of(TwoSpirals.of(10, 1)))
                .text();
        assertTrue(text.contains("then      labels at random with probability 0.5, seed 2"), text);
    }

    @Test
    void ofManyClassesTheLastAreCountedTogether() {
        List<String> twelve = IntStream.range(0, 12).mapToObj(k -> "c" + k).toList();
        Dataset few = Dataset.of("few", twelve, List.of(1), new float[3], new int[] {11, 11, 0});
        assertFalse(Rendering.of(few).text().contains("other classes"));
        List<String> thirteen = IntStream.range(0, 13).mapToObj(k -> "c" + k).toList();
        Dataset many = Dataset.of("many", thirteen, List.of(1), new float[3], new int[] {12, 11, 0});
        assertTrue(
                Rendering.of(many).text().endsWith("2 other classes         2"),
                Rendering.of(many).text());
    }

    @Test
    void ofManyFeaturesTheFirstAreShown() {
        Dataset wide = Dataset.of("wide", List.of("a", "b"), List.of(9), new float[54], new int[6]);
        String text = Rendering.of(wide).text();
        assertTrue(text.startsWith("The first 5 of 6 examples, 6 of 9 features\n"), text);
        assertTrue(text.contains("feature 5") && !text.contains("feature 6"), text);
    }

    @Test
    void aRegressionShowsItsNoiseAndItsSeed() {
        String text = Rendering.of(RandomRegression.of(40, 3, 0, 5)).text();
        assertTrue(text.contains("noise of deviation 0.0, seed 5") && text.contains("licence"), text);
        assertTrue(text.contains("random regression: 40 examples of 3 features"), text);
    }
}
