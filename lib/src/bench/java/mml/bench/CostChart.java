package mml.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import mml.plot.Figure;
import mml.plot.Lines;
import mml.plot.Panels;

/** Draws cost against size on logarithmic axes, with the slopes, beside what the arithmetic alone would do. */
public final class CostChart {
    private CostChart() {}

    /**
     * Draws {@code cost.png} and {@code cost.svg} beside the file.
     *
     * @param arguments the file of JSON that the harness has written
     * @throws IOException if it cannot be read, or a picture not be written
     */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]).toAbsolutePath();
        List<Figure> studies = new ArrayList<>();
        for (JsonNode study : new ObjectMapper().readTree(file.toFile()).get("cost")) {
            studies.add(chart(study));
        }
        Figure all = studies.size() == 1
                ? studies.get(0)
                : Panels.grid(2, studies.toArray(Figure[]::new)).title("Cost against size, on logarithmic axes");
        all.save(file.resolveSibling("cost.png"));
        all.save(file.resolveSibling("cost.svg"));
    }

    private static Figure chart(JsonNode study) {
        double[] sizes = numbers(study.get("values"));
        double[] ours = micros(study.at("/seconds/ours"));
        Lines lines = Lines.of(
                study.get("study").asText(),
                "microseconds per " + study.get("per").asText());
        for (var side : study.get("seconds").properties()) {
            double slope = study.get("slopes").get(side.getKey()).asDouble();
            lines = lines.add(named(side.getKey(), slope), sizes, micros(side.getValue()));
        }
        double[] arithmetic = through(numbers(study.get("operations")), ours);
        return lines.add(named("arithmetic", study.get("arithmetic").asDouble()), sizes, arithmetic, Lines.Style.DASHED)
                .logX()
                .logY()
                .size(480, 360);
    }

    private static String named(String side, double slope) {
        return String.format(Locale.ROOT, "%s, slope %.2f", side, slope);
    }

    /** Returns the operations in the unit in which their last number is that of the times. */
    private static double[] through(double[] operations, double[] times) {
        int last = times.length - 1;
        return Arrays.stream(operations)
                .map(count -> count / operations[last] * times[last])
                .toArray();
    }

    private static double[] micros(JsonNode seconds) {
        return Arrays.stream(numbers(seconds)).map(time -> 1e6 * time).toArray();
    }

    private static double[] numbers(JsonNode array) {
        double[] values = new double[array.size()];
        Arrays.setAll(values, i -> array.get(i).asDouble());
        return values;
    }
}
