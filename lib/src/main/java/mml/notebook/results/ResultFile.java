package mml.notebook.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import mml.json.Json;
import mml.math.Check;
import mml.math.WholeFile;

/**
 * The file of one stored result: {@code results/KEY.json}. Holds the number of its format, the key, the version of the value's
 * own form, the settings, the stamp, the value, and a hash of all these.
 *
 * @param folder the folder of the notebook
 * @param key names the result: small letters, digits, dots and hyphens
 */
public record ResultFile(Path folder, String key) {
    /** One more whenever the meaning of what stands in such a file changes. */
    private static final int FORMAT = 1;

    private static final String VALUE = "value";
    private static final String HASH = "sha256";

    /** The fields in their order. */
    private record Content(
            int format, String key, int version, ObjectNode settings, Stamp stamp, Object value, String sha256) {
        Content hashed(String hash) {
            return new Content(format, key, version, settings, stamp, value, hash);
        }
    }

    /**
     * Checks that the key can be the name of a file everywhere.
     *
     * @throws IllegalArgumentException if it has other characters, or does not begin and end with a letter or digit
     */
    public ResultFile {
        Check.that(
                key != null && key.matches("[a-z0-9]([a-z0-9.-]{0,98}[a-z0-9])?"),
                "key must be of small letters and digits, with dots and hyphens between, was %s",
                key);
    }

    /**
     * Returns where it is, as messages name it.
     *
     * @return relative to the notebook
     */
    public String name() {
        return "results/" + key + ".json";
    }

    /**
     * Returns whether there is such a file, whatever it holds.
     *
     * @return whether it is there
     */
    public boolean exists() {
        return Files.exists(path());
    }

    /**
     * Reads the result if it is one of these settings and of this form.
     *
     * @param form how its value is read
     * @param settings what must have determined it
     * @param <T> its type
     * @return the result
     * @throws Unusable if there is no file, it is damaged, or holds the result of other settings or of another form
     */
    public <T> Result<T> read(Form<T> form, Settings settings) throws Unusable {
        String text = text();
        ObjectNode all = undamaged(text);
        int version = all.path("version").asInt();
        if (version != form.version()) {
            throw unusable("its value is of version " + version + ", this notebook reads version " + form.version());
        }
        String difference = settings.differenceFrom(Settings.of((ObjectNode) all.get("settings")));
        if (!difference.isEmpty()) {
            throw unusable("it was made with other settings: " + difference);
        }
        try {
            return new Result<>(form.read(text, VALUE), Json.value(all.get("stamp"), Stamp.class));
        } catch (JsonProcessingException e) {
            throw unusable("its value does not fit: " + Json.reason(e), e);
        } catch (RuntimeException e) {
            throw unusable("its value does not fit: " + e.getMessage(), e);
        }
    }

    /**
     * Writes a result, whole or not at all; an older one is replaced.
     *
     * @param form how its value is written
     * @param settings what determined it
     * @param result the result
     * @param <T> its type
     * @return the result as it will be read
     * @throws IllegalArgumentException if the value cannot be written, or could not be read again
     * @throws UncheckedIOException if the disk refuses; the older result is still there
     */
    public <T> Result<T> write(Form<T> form, Settings settings, Result<T> result) {
        try {
            Content content = new Content(
                    FORMAT, key, form.version(), settings.tree(), result.stamp(), form.write(result.value()), "");
            String text = Json.indented(content.hashed(Json.sha256(Json.indented(content), HASH)));
            Result<T> read = new Result<>(form.read(text, VALUE), result.stamp());
            WholeFile.write(path(), text);
            return read;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "the value of " + key + " must be one that JSON can hold and give back: " + Json.reason(e), e);
        } catch (IOException e) {
            throw new UncheckedIOException(name() + " could not be written, what was there is kept: " + e, e);
        }
    }

    private Path path() {
        return folder.resolve(name());
    }

    /** A stream that a Stop does not close: what is stored is needed then. */
    private String text() throws Unusable {
        if (!exists()) {
            throw new Unusable("there is no stored result " + name());
        }
        try (InputStream file = new FileInputStream(path().toFile())) {
            ByteBuffer bytes = ByteBuffer.wrap(file.readAllBytes());
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw unusable("it is damaged: not text", e);
        } catch (IOException e) {
            throw unusable("it could not be read: " + e, e);
        }
    }

    private ObjectNode undamaged(String text) throws Unusable {
        try {
            if (!(Json.parsed(text) instanceof ObjectNode all)) {
                throw unusable("it is damaged: not a JSON object");
            }
            int format = all.path("format").asInt();
            if (all.has("format") && format != FORMAT) {
                throw unusable("it is a result file of format " + format + ", this library reads format " + FORMAT);
            }
            if (!all.path(HASH).asText().equals(Json.sha256(text, HASH))) {
                throw unusable("it is damaged: its content is not what was written (SHA-256)");
            }
            if (!key.equals(all.path("key").asText())) {
                throw unusable("it holds the result " + all.path("key").asText() + ", not " + key);
            }
            return all;
        } catch (JsonProcessingException e) {
            throw unusable("it is damaged: " + Json.reason(e), e);
        } catch (IOException e) {
            throw new UncheckedIOException("a text cannot fail to be read", e);
        }
    }

    private Unusable unusable(String reason) {
        return unusable(reason, null);
    }

    private Unusable unusable(String reason, Exception cause) {
        return new Unusable(name() + " is not used: " + reason, cause);
    }
}
