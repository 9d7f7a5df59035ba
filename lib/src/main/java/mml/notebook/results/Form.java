package mml.notebook.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Objects;
import java.util.function.Function;
import mml.json.Json;
import mml.math.Check;

/**
 * How values of one type are written as JSON and read again. Records, arrays, numbers, texts and enums are written by
 * themselves; anything else by way of such a one.
 *
 * @param <T> the type of the values
 */
public final class Form<T> {
    private final int version;
    private final Function<T, Object> writes;
    private final Reader<T> reads;

    private interface Reader<T> {
        T read(String text, String field) throws JsonProcessingException;
    }

    private Form(int version, Function<T, Object> writes, Reader<T> reads) {
        this.version = version;
        this.writes = writes;
        this.reads = reads;
    }

    /**
     * Returns the form of a type that is written by itself, version 1.
     *
     * @param type the type
     * @param <T> the same
     * @return its form
     */
    public static <T> Form<T> of(Class<T> type) {
        Objects.requireNonNull(type, "type must not be null");
        return new Form<>(1, value -> value, (text, field) -> Json.field(text, field, type));
    }

    /**
     * Returns a form that goes by way of another type, version 1.
     *
     * @param plain a type that is written by itself
     * @param writes makes the plain value of a value
     * @param reads makes the value of a plain value
     * @param <T> the type of the values
     * @param <P> the plain type
     * @return the form
     */
    public static <T, P> Form<T> by(Class<P> plain, Function<T, P> writes, Function<P, T> reads) {
        Objects.requireNonNull(plain, "plain must not be null");
        Objects.requireNonNull(writes, "writes must not be null");
        Objects.requireNonNull(reads, "reads must not be null");
        return new Form<>(1, writes::apply, (text, field) -> reads.apply(Json.field(text, field, plain)));
    }

    /**
     * Returns this form under another version. Results of one version are never read by another.
     *
     * @param version at least 1; one more whenever what is written, or what it means, has changed
     * @return a new form
     * @throws IllegalArgumentException if it is below 1
     */
    public Form<T> version(int version) {
        return new Form<>(Check.positive("version", version), writes, reads);
    }

    /**
     * Returns the version.
     *
     * @return at least 1
     */
    public int version() {
        return version;
    }

    Object write(T value) {
        return writes.apply(value);
    }

    /** Reads the value in a field of an object. */
    T read(String text, String field) throws JsonProcessingException {
        return Objects.requireNonNull(reads.read(text, field), "the value must not be null");
    }
}
