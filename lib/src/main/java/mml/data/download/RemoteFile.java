package mml.data.download;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import mml.math.Check;

/**
 * A file that is known by its hash, and the places where it may be had.
 *
 * @param name its path within the cache, with {@code /} between folders, such as {@code mnist/t10k-labels-idx1-ubyte.gz}
 * @param hash what it must have, wherever it comes from
 * @param copies where it may stand on this machine besides the cache; looked at first, and never written
 * @param mirrors where it may be downloaded, tried one after the other; at least one
 */
public record RemoteFile(String name, Hash hash, List<Path> copies, List<URI> mirrors) {
    /**
     * Checks that the file can be had.
     *
     * @throws IllegalArgumentException if the name is blank, leads out of the cache, or there is no mirror
     */
    public RemoteFile {
        Check.notBlank("name", name);
        Path path = Path.of(name);
        Check.that(
                !path.isAbsolute() && path.normalize().equals(path) && !path.startsWith(".."),
                "name must be a path within the cache, was %s",
                name);
        Check.that(!mirrors.isEmpty(), "%s must have at least one mirror, had none", name);
        copies = List.copyOf(copies);
        mirrors = List.copyOf(mirrors);
    }
}
