package mml.data;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import mml.data.download.Cache;
import mml.data.download.Hash;
import mml.data.download.RemoteFile;
import mml.math.Progress;

/**
 * A data set of two IDX files, which are known by the hash of their decompressed bytes.
 *
 * @param name what it is to be called
 * @param provenance where it comes from
 * @param classes the names of the classes
 * @param images the file of the images
 * @param labels the file of the labels
 */
record IdxSet(String name, Provenance provenance, List<String> classes, RemoteFile images, RemoteFile labels) {
    /**
     * Where the files of a family of such sets are.
     *
     * @param folder their folder within the cache
     * @param copies folders of this machine where they may be as well
     * @param mirrors addresses that end before the file's name
     */
    record Places(String folder, List<Path> copies, List<String> mirrors) {
        RemoteFile file(String name, String sha256) {
            return new RemoteFile(
                    folder + "/" + name,
                    new Hash(sha256, Hash.Of.CONTENT),
                    copies.stream().map(copy -> copy.resolve(name)).toList(),
                    mirrors.stream().map(mirror -> URI.create(mirror + name)).toList());
        }
    }

    /** Reads both files in one pass each, which verifies them, too. */
    Dataset read(Cache cache, Progress progress) throws IOException {
        Dataset data = cache.read(
                images,
                imageBytes -> cache.read(
                        labels,
                        labelBytes -> Idx.read(
                                name,
                                classes,
                                new Idx.Source(images.name(), imageBytes),
                                new Idx.Source(labels.name(), labelBytes)),
                        progress),
                progress);
        return data.from(provenance);
    }
}
