package mml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The packages that every notebook imports whole: no name may stand for two types in a cell. */
class PreambleTest {
    private static final Pattern IMPORT = Pattern.compile("\"import ([a-z.]+)\\.\\*;");

    @Test
    void noTwoPackagesOfThePreambleHaveATypeOfOneName() throws IOException {
        List<String> packages =
                Stream.concat(Stream.of("java.lang"), preamble().stream()).toList();
        Map<String, TreeSet<String>> homes = new TreeMap<>();
        for (String name : packages) {
            types(name)
                    .forEach(type ->
                            homes.computeIfAbsent(type, n -> new TreeSet<>()).add(name));
        }
        homes.values().removeIf(places -> places.size() == 1);
        assertEquals(Map.of(), homes);
    }

    @Test
    void everyPackageOfThePreambleHasTypesForIt() throws IOException {
        for (String name : preamble()) {
            assertFalse(types(name).isEmpty(), name);
        }
    }

    private static TreeSet<String> preamble() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("..", "notebooks"), 2)) {
            TreeSet<String> packages = new TreeSet<>();
            for (Path notebook :
                    all.filter(path -> path.toString().endsWith(".ipynb")).toList()) {
                IMPORT.matcher(Files.readString(notebook)).results().forEach(found -> packages.add(found.group(1)));
            }
            assertFalse(packages.isEmpty());
            return packages;
        }
    }

    private static List<String> types(String name) throws IOException {
        return name.startsWith("java.") ? ofTheJdk(name) : ours(name);
    }

    private static List<String> ours(String name) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(name).stream()
                        .filter(type -> type.getPackageName().equals(name) && type.isTopLevelClass())
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaClass::getSimpleName)
                        .toList();
    }

    private static List<String> ofTheJdk(String name) throws IOException {
        Path folder =
                FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base/" + name.replace('.', '/'));
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString())
                    .filter(file -> file.endsWith(".class") && !file.contains("$"))
                    .map(file -> file.substring(0, file.length() - ".class".length()))
                    .filter(type -> isPublic(name + "." + type))
                    .collect(Collectors.toList());
        }
    }

    private static boolean isPublic(String type) {
        try {
            return Modifier.isPublic(Class.forName(type, false, null).getModifiers());
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
