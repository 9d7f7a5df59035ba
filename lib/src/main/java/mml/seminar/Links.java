package mml.seminar;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import mml.math.Check;

/** Addresses of pages: a link that is shown must not be able to run anything. */
final class Links {
    private Links() {}

    /** Returns a copy in the same order. */
    static Map<String, String> checked(Map<String, String> links) {
        links.forEach((label, address) -> {
            Check.notBlank("links", label);
            Check.that(isPage(address), "links must lead to pages, https://..., that of %s was \"%s\"", label, address);
        });
        return Collections.unmodifiableMap(new LinkedHashMap<>(links));
    }

    private static boolean isPage(String address) {
        if (address == null) {
            return false;
        }
        try {
            URI uri = new URI(address);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
