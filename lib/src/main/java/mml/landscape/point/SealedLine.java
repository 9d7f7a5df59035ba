package mml.landscape.point;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A line of a surface's file: a text, a space, the CRC-32 of the text's bytes in eight hexadecimal digits, and a line feed.
 * Line breaks and backslashes within the text are escaped.
 */
final class SealedLine {
    private static final int DIGITS = 8;

    private SealedLine() {}

    static String of(String text) {
        String escaped = text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
        return escaped + " " + checksum(escaped) + "\n";
    }

    /** Returns the text of a line without its line feed; empty if it is not what was written. */
    static Optional<String> text(String line) {
        int end = line.length() - DIGITS - 1;
        boolean isWhole =
                end >= 0 && line.charAt(end) == ' ' && line.substring(end + 1).equals(checksum(line.substring(0, end)));
        return isWhole ? Optional.of(line.substring(0, end).translateEscapes()) : Optional.empty();
    }

    private static String checksum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", sum.getValue());
    }
}
