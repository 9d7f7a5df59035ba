package mml;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** One package a room: which rooms there are, which others each may use, and who brings which library. */
class RoomsTest {
    private static final JavaClasses LIBRARY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("mml");

    private static final String LIFETIME = "mml.notebook.KernelLifetime";

    /** A room, and the rooms that it may use besides itself. */
    private static final String[] ROOMS = {
        "math:",
        "math.blas: math",
        "math.approximation: math",
        "json: math",
        "data.download: math",
        "data: data.download math",
        "data.own: data math",
        "data.generated: data math",
        "nn: math",
        "nn.layer: nn math.blas math",
        "nn.layer.image.direct:",
        "nn.layer.image: nn.layer.image.direct nn.layer nn math.blas math",
        "nn.layer.norm: nn math",
        "nn.model: nn nn.layer nn.layer.image nn.layer.norm math",
        "train.optimiser: math",
        "train.batch: data math",
        "train.run: train.optimiser nn math",
        "train: train.optimiser train.batch train.run nn nn.layer nn.layer.image nn.layer.norm nn.model data math",
        "signal: train train.optimiser train.batch train.run nn nn.layer nn.layer.image nn.layer.norm nn.model data math",
        "mimic: train train.optimiser train.batch train.run nn nn.layer nn.layer.image nn.layer.norm nn.model data math",
        "curvature: math",
        "landscape.point: math",
        "landscape: landscape.point curvature train.optimiser math",
        "landscape.trust: landscape landscape.point math",
        "landscape.path: landscape landscape.point curvature train.optimiser math",
        "interpolation: train train.optimiser train.batch train.run nn nn.layer nn.layer.image nn.layer.norm nn.model data math",
        "convex: math",
        "tribuo.onnx: nn nn.layer nn.layer.image nn.layer.norm math",
        "tribuo: train train.optimiser train.batch train.run nn nn.layer nn.layer.image nn.layer.norm nn.model data math",
        "seminar.rota: math",
        "seminar.schedule: seminar.rota math",
        "seminar: seminar.rota seminar.schedule json math",
        "seminar.handout: seminar seminar.rota seminar.schedule json math",
        "review: seminar math",
        "plot.scale: math",
        "plot.contour: plot.scale math",
        "plot.chart: plot.scale plot.contour math",
        "plot.plane: plot.scale plot.contour plot.chart math",
        "plot: plot.scale plot.contour plot.chart plot.plane review seminar tribuo convex interpolation landscape.trust landscape.point landscape"
                + " curvature mimic signal train train.optimiser train.batch train.run nn nn.layer nn.layer.image nn.layer.norm nn.model data data.generated math",
        "plot.control: plot plot.chart math",
        "plot.path: plot plot.control plot.chart plot.contour plot.scale landscape landscape.point landscape.path math",
        "plot.solid: plot plot.scale plot.contour plot.chart plot.plane landscape landscape.point curvature train.optimiser math",
        "notebook.results: json math",
        "notebook: notebook.results json plot plot.chart plot.control plot.path plot.solid review seminar seminar.rota seminar.schedule seminar.handout tribuo convex interpolation landscape.trust landscape.point landscape landscape.path"
                + " curvature mimic signal train train.optimiser train.batch train.run nn nn.layer nn.layer.image nn.layer.norm nn.model data data.generated math",
    };

    @ParameterizedTest
    @FieldSource("ROOMS")
    void aRoomUsesOnlyTheRoomsThatItIsAllowed(String line) {
        String room = line.substring(0, line.indexOf(':'));
        String[] allowed = Stream.concat(Stream.of(room), others(line))
                .map(name -> "mml." + name)
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage("mml." + room)
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage("mml..")).or(resideInAnyPackage(allowed)))
                .allowEmptyShould(true)
                .check(LIBRARY);
    }

    @Test
    void everyClassIsInARoom() {
        String[] rooms = Arrays.stream(ROOMS)
                .map(line -> "mml." + line.substring(0, line.indexOf(':')))
                .toArray(String[]::new);
        classes().should().resideInAnyPackage(rooms).check(LIBRARY);
    }

    @Test
    void noRoomsUseEachOtherInACircle() {
        slices().matching("mml.(**)").should().beFreeOfCycles().check(LIBRARY);
    }

    @ParameterizedTest
    @CsvSource({
        "org.bytedeco.., math.blas",
        "dev.ludovic.., math.blas",
        "org.apache.commons.numbers.., math",
        "org.apache.commons.statistics.., math",
        "org.ejml.., math.approximation",
        "org.knowm.., plot plot.chart",
        "de.erichseifert.., plot",
        "com.fasterxml.., json seminar review notebook.results tribuo",
        "org.tribuo.., tribuo",
        "ai.onnx.., tribuo.onnx",
        "com.google.protobuf.., tribuo tribuo.onnx",
        "com.oracle.labs.., tribuo",
        "org.chocosolver.., seminar.rota",
        "biweekly.., seminar.schedule",
        "org.commonmark.., seminar.handout",
        "org.dflib.., notebook",
        "io.github.spencerpark.., nobody",
        "com.google.gson.., nobody",
        "org.apache.commons.lang3.., nobody",
    })
    void aLibraryIsUsedInItsOwnRoomOnly(String library, String rooms) {
        String[] users =
                Arrays.stream(rooms.split(" ")).map(room -> "mml." + room).toArray(String[]::new);
        noClasses()
                .that()
                .resideOutsideOfPackages(users)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(LIBRARY);
    }

    @Test
    void oneClassKnowsJJavaAndNoOtherKnowsThatClass() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(LIFETIME)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.dflib..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName(LIFETIME)
                .check(LIBRARY);
    }

    @Test
    void onlyTheNotebookPrints() {
        noClasses()
                .that()
                .resideOutsideOfPackage("mml.notebook")
                .should(ACCESS_STANDARD_STREAMS)
                .check(LIBRARY);
    }

    private static Stream<String> others(String line) {
        return Arrays.stream(line.substring(line.indexOf(':') + 1).strip().split(" "))
                .filter(name -> !name.isEmpty());
    }
}
