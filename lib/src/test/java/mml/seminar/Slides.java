package mml.seminar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The seminar of the organisational slides, of which the repository's file is one only until somebody holds another. */
public final class Slides {
    static final Path FILE = Path.of("src", "test", "resources", "mml", "seminar", "slides.json");

    private Slides() {}

    public static Seminar seminar() {
        try {
            return Seminar.read(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a seminar with other papers in the places of its own. */
    public static Seminar with(Seminar seminar, List<Paper> papers) {
        return new Seminar(
                seminar.about(),
                seminar.format(),
                papers,
                seminar.roles(),
                seminar.group(),
                seminar.seats(),
                seminar.timetable(),
                seminar.records());
    }
}
