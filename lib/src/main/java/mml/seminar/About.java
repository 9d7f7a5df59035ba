package mml.seminar;

import java.util.List;
import java.util.Map;
import mml.math.Check;

/**
 * What the seminar is.
 *
 * @param title its name
 * @param place where it is held
 * @param term when it is held
 * @param language in which it is held
 * @param organisers who holds it
 * @param links what is to be found elsewhere, and where
 */
public record About(
        String title, String place, String term, String language, List<String> organisers, Map<String, String> links) {
    /**
     * Copies list and map, and checks the texts.
     *
     * @throws IllegalArgumentException if a text is blank, or a link leads to no page of the web
     */
    public About {
        Check.notBlank("title", title);
        Check.notBlank("place", place);
        Check.notBlank("term", term);
        Check.notBlank("language", language);
        organisers = List.copyOf(organisers);
        organisers.forEach(organiser -> Check.notBlank("organisers", organiser));
        links = Links.checked(links);
    }
}
