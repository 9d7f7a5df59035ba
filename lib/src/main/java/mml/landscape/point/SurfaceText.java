package mml.landscape.point;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mml.math.Check;
import mml.math.Grid.Axis;

/**
 * The text of a surface's file, or of a curve's, which has one axis. The header: {@code mml surface 1}, which is the version;
 * {@code score} and a name for each score; {@code axis}, its ends and its count for each axis; the parts of the provenance,
 * each with its name; {@code points}. Then a line for each point that was computed, in the order of time: its number and its
 * scores, or its number, {@code failed} and the reason. If a point has several lines the last one counts. Numbers are written
 * so that they are read bit for bit.
 */
final class SurfaceText {
    private static final String MAGIC = "mml surface ";
    private static final int VERSION = 1;
    private static final String SCORE = "score ";
    private static final String AXIS = "axis ";
    private static final String END = "points";
    private static final String FAILED = "failed ";

    /** What a file holds; {@code whole} is how many of its characters belong to whole lines. */
    record Content(Provenance about, Points points, int whole) {}

    private SurfaceText() {}

    static String header(Provenance about) {
        List<String> lines = new ArrayList<>(List.of(MAGIC + VERSION));
        about.scores().forEach(score -> lines.add(SCORE + score));
        about.axes().forEach(axis -> lines.add(text(axis)));
        about.parts().forEach((part, words) -> lines.add(part + " " + words));
        lines.add(END);
        return lines.stream().map(SealedLine::of).collect(Collectors.joining());
    }

    /** Writes points in their order, those that are waiting left out. */
    static String of(Provenance about, Points points) {
        StringBuilder text = new StringBuilder(header(about));
        Outcome[] outcomes = points.outcomes();
        for (int i = 0; i < outcomes.length; i++) {
            text.append(outcomes[i] == null ? "" : line(i, outcomes[i]));
        }
        return text.toString();
    }

    private static String text(Axis axis) {
        return AXIS + axis.low() + " " + axis.high() + " " + axis.count();
    }

    static String line(int index, Outcome outcome) {
        String text = outcome instanceof Outcome.Scored scored
                ? Arrays.stream(scored.values()).mapToObj(Double::toString).collect(Collectors.joining(" "))
                : FAILED + ((Outcome.Failed) outcome).reason();
        return SealedLine.of(index + " " + text);
    }

    /** Reads a whole file; the name stands in what is said of one that cannot be used. */
    static Content read(String name, String text) {
        Check.that(text.startsWith(MAGIC), "%s must begin with \"%s\": it is no surface file", name, MAGIC.strip());
        String version = text.substring(MAGIC.length()).split("\\s", 2)[0];
        Check.that(version.equals("" + VERSION), "%s must have version %s, has %s", name, VERSION, version);
        int whole = text.lastIndexOf('\n') + 1;
        List<String> lines = unsealed(name, text.substring(0, whole));
        int end = lines.indexOf(END);
        Check.that(end > 0, "%s was cut short in its header, and holds no point: delete it", name);
        try {
            Provenance about = header(lines.subList(1, end));
            return new Content(about, points(about, lines, end + 1), whole);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            // sealed rightly, but not written by this class
            throw new IllegalArgumentException(name + " is no surface file of this version: " + e.getMessage(), e);
        }
    }

    private static List<String> unsealed(String name, String whole) {
        List<String> lines = new ArrayList<>();
        boolean isHeader = true;
        for (String line : whole.lines().toList()) {
            String cure = isHeader ? "it cannot be used" : "delete that line, and its point is computed again";
            String text = SealedLine.text(line).orElse(null);
            Check.that(text != null, "%s is damaged in line %s: %s", name, lines.size() + 1, cure);
            isHeader &= !text.equals(END);
            lines.add(text);
        }
        return lines;
    }

    private static Provenance header(List<String> lines) {
        List<Axis> axes = lines.stream()
                .filter(line -> line.startsWith(AXIS))
                .map(line -> axis(line.split(" ")))
                .toList();
        List<String> scores = lines.stream()
                .filter(line -> line.startsWith(SCORE))
                .map(line -> line.substring(SCORE.length()))
                .toList();
        Map<Provenance.Part, String> parts = new EnumMap<>(Provenance.Part.class);
        for (Provenance.Part part : Provenance.Part.values()) {
            lines.stream()
                    .filter(line -> line.startsWith(part + " "))
                    .forEach(line ->
                            parts.put(part, line.substring(part.toString().length() + 1)));
        }
        return new Provenance(scores, axes, parts);
    }

    private static Axis axis(String[] words) {
        return new Axis(Double.parseDouble(words[1]), Double.parseDouble(words[2]), Integer.parseInt(words[3]));
    }

    private static Points points(Provenance about, List<String> lines, int from) {
        Outcome[] outcomes = new Outcome[about.count()];
        for (String line : lines.subList(from, lines.size())) {
            String[] words = line.split(" ", 2);
            outcomes[Integer.parseInt(words[0])] = outcome(words[1]);
        }
        return new Points(about.scores(), outcomes);
    }

    private static Outcome outcome(String words) {
        if (words.startsWith(FAILED)) {
            return new Outcome.Failed(words.substring(FAILED.length()));
        }
        return new Outcome.Scored(
                Arrays.stream(words.split(" ")).mapToDouble(Double::parseDouble).toArray());
    }
}
