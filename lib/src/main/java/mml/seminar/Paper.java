package mml.seminar;

import java.util.List;
import java.util.Map;
import mml.math.Check;

/**
 * A paper, which is discussed at one meeting.
 *
 * @param key names it: its folder under {@code notebooks}, such as {@code 1-glorot-bengio-2010}
 * @param authors at least one, as they sign
 * @param title in full
 * @param venue where it appeared
 * @param year when it appeared
 * @param links where it is to be found; may be empty
 */
public record Paper(String key, List<String> authors, String title, String venue, int year, Map<String, String> links) {
    /** Folders beside those of the papers, which have another use. */
    private static final List<String> TAKEN = List.of("0-seminar", "handouts", "mine");

    private static final int FIRST_YEAR = 1600;
    private static final int LAST_YEAR = 2999;

    /**
     * Copies list and map, and checks everything.
     *
     * @throws IllegalArgumentException if the key cannot be the name of a folder of its own, there is no author, a text is blank, the year
     *     is none of printed papers, or a link leads to no page of the web
     */
    public Paper {
        Keys.checked(key);
        Check.that(!TAKEN.contains(key), "key must be none of %s, folders with another use, was %s", TAKEN, key);
        authors = List.copyOf(authors);
        Check.that(!authors.isEmpty(), "authors must not be empty");
        authors.forEach(author -> Check.notBlank("authors", author));
        Check.notBlank("title", title);
        Check.notBlank("venue", venue);
        Check.that(
                year >= FIRST_YEAR && year <= LAST_YEAR,
                "year must be from %s to %s, was %s",
                FIRST_YEAR,
                LAST_YEAR,
                year);
        links = Links.checked(links);
    }

    /**
     * Returns the paper in one line.
     *
     * @return authors, title, venue and year
     */
    @Override
    public String toString() {
        return String.join(", ", authors) + ": " + title + ". " + venue + ", " + year;
    }
}
