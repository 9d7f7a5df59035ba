package mml.tribuo;

import com.oracle.labs.mlrg.olcut.provenance.ListProvenance;
import com.oracle.labs.mlrg.olcut.provenance.ObjectProvenance;
import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import com.oracle.labs.mlrg.olcut.provenance.ProvenanceUtil.HashType;
import com.oracle.labs.mlrg.olcut.provenance.primitives.HashProvenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.IntProvenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.StringProvenance;
import com.oracle.labs.mlrg.olcut.util.Pair;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import mml.data.Dataset;
import org.tribuo.provenance.DataSourceProvenance;

/**
 * Where examples for Tribuo come from: a data set of this library, by its name, its shape, its classes in their order, and a
 * hash of all examples.
 *
 * @param name of the data set
 * @param shape of one example
 * @param classes in their order
 * @param hash SHA-256 of features and labels, as {@link Dataset#hash} returns it
 */
public record Origin(String name, List<Integer> shape, List<String> classes, String hash)
        implements DataSourceProvenance {
    private static final String NAME = "name";
    private static final String SHAPE = "shape";
    private static final String CLASSES = "classes";

    /** Copies the lists. */
    public Origin {
        shape = List.copyOf(shape);
        classes = List.copyOf(classes);
    }

    /**
     * Returns what Tribuo wrote into a file.
     *
     * @param parts as in {@link #iterator}
     */
    public Origin(Map<String, Provenance> parts) {
        this(
                text(parts, NAME, StringProvenance.class).getValue(),
                list(parts, SHAPE, IntProvenance.class).getList().stream()
                        .map(IntProvenance::getValue)
                        .toList(),
                list(parts, CLASSES, StringProvenance.class).getList().stream()
                        .map(StringProvenance::getValue)
                        .toList(),
                text(parts, RESOURCE_HASH, HashProvenance.class).getValue());
    }

    static Origin of(Dataset data) {
        return new Origin(data.name(), data.shape(), data.classes(), data.hash());
    }

    @Override
    public String getClassName() {
        return Dataset.class.getName();
    }

    @Override
    public Iterator<Pair<String, Provenance>> iterator() {
        List<Pair<String, Provenance>> parts = List.of(
                new Pair<>(CLASS_NAME, new StringProvenance(CLASS_NAME, getClassName())),
                new Pair<>(NAME, new StringProvenance(NAME, name)),
                new Pair<>(
                        SHAPE,
                        new ListProvenance<>(shape.stream()
                                .map(extent -> new IntProvenance(SHAPE, extent))
                                .toList())),
                new Pair<>(
                        CLASSES,
                        new ListProvenance<>(classes.stream()
                                .map(one -> new StringProvenance(CLASSES, one))
                                .toList())),
                new Pair<>(RESOURCE_HASH, new HashProvenance(HashType.SHA256, RESOURCE_HASH, hash)));
        return parts.iterator();
    }

    private static <T extends Provenance> T text(Map<String, Provenance> parts, String name, Class<T> type) {
        return ObjectProvenance.checkAndExtractProvenance(parts, name, type, Origin.class.getName());
    }

    @SuppressWarnings("unchecked") // Tribuo keeps no type of what a list holds
    private static <T extends Provenance> ListProvenance<T> list(
            Map<String, Provenance> parts, String name, Class<T> type) {
        ListProvenance<?> list = text(parts, name, ListProvenance.class);
        list.forEach(type::cast);
        return (ListProvenance<T>) list;
    }
}
