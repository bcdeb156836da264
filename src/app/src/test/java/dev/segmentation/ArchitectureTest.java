package dev.segmentation;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the plan of the house: arrows between packages point one way, and each library is known in one place. */
class ArchitectureTest {
    private static final String ROOT = "dev.segmentation.";
    private static final List<String> MODULES = List.of("core", "suggest", "app");
    private static final int ROOM = 35;

    /** Which folders may stand in each module; a package of the table stands with all below it. */
    private static final List<String> CORE = List.of(
            "customer",
            "name",
            "table",
            "files",
            "master",
            "workspace",
            "dedupe",
            "rules",
            "decision",
            "run",
            "output",
            "history",
            "explain",
            "compare",
            "evaluate",
            "report");

    private static final List<String> APP = List.of("access", "cli", "config", "rest", "service");

    private static JavaClasses ours;

    @BeforeAll
    static void importClasses() {
        ours = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("testkit"))
                .importPackages("dev.segmentation");
        assertThat(ours).hasSizeGreaterThan(100);
    }

    @Test
    void noPackagesImportEachOtherInALoop() {
        SliceAssignment packages = new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return isOurs(type) ? SliceIdentifier.of(packageOf(type)) : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "packages of ours";
            }
        };
        slices().assignedFrom(packages).should().beFreeOfCycles().check(ours);
    }

    /** The second column lists packages with all below them, except those that the first one names itself. */
    @ParameterizedTest(name = "{0} knows nothing of {1}")
    @CsvSource({
        "customer, name table files master workspace dedupe rules decision run output history explain compare evaluate report",
        "files, name master workspace dedupe rules decision run output history explain compare evaluate report",
        "table, name master workspace dedupe rules decision run output history explain compare evaluate report",
        "name, master workspace dedupe rules decision run output history explain compare evaluate report",
        "dedupe, decision rules run output history explain compare evaluate report",
        "rules, decision dedupe run output history explain compare evaluate report",
        "decision, dedupe.linkage rules run output history explain compare evaluate report",
        "run, explain compare evaluate report",
        "core, suggest app",
        "suggest, app",
        "cli, rest service",
        "rest, cli",
        "service, cli rest",
        "access, cli rest service config"
    })
    void arrowsPointDownOnly(String name, String never) {
        List<String> targets = expanded(never);
        List<String> sources = expanded(name);
        noClasses()
                .that(describe("in " + name, type -> within(type, sources)))
                .should()
                .dependOnClassesThat(describe("in [" + never + "]", type -> within(type, targets)))
                .check(ours);
    }

    @Test
    void everyClassLivesInARoomOfThePlan() {
        List<String> all = new ArrayList<>(CORE);
        all.addAll(APP);
        all.add("suggest");
        classes().should(beIn(all)).check(ours);
    }

    @Test
    void everyCallOfTheServiceSaysItsRole() {
        methods()
                .that()
                .areMetaAnnotatedWith("jakarta.ws.rs.HttpMethod")
                .should()
                .beAnnotatedWith("jakarta.annotation.security.RolesAllowed")
                .orShould()
                .beAnnotatedWith("jakarta.annotation.security.PermitAll")
                .check(ours);
    }

    @Test
    void customerKnowsTheJdkOnly() {
        classes()
                .that(in("customer"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", ROOT + "customer")
                .check(ours);
    }

    @ParameterizedTest(name = "only {0} knows {1}")
    @CsvSource({
        "table, org.apache.commons.csv..",
        "table.excel, org.apache.poi.. org.openxmlformats..",
        "name, com.ibm.icu..",
        "rules, org.drools.. org.kie..",
        "suggest.group suggest.language, dev.langchain4j..",
        "suggest.network, org.apache.hc.. org.jsoup..",
        "suggest.language, java.net.http..",
        "cli, picocli.. me.tongfei..",
        "app, jakarta.. javax.inject.. io.smallrye..",
        "app report, io.quarkus.."
    })
    void aLibraryIsKnownInOnePlace(String names, String library) {
        List<String> places = expanded(names);
        noClasses()
                .that(describe("outside [" + names + "]", type -> !within(type, places)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library.split(" "))
                .check(ours);
    }

    @Test
    void everyPackageSaysItsPurposeAndIsSmallEnoughToTakeIn() throws IOException {
        List<String> silent = new ArrayList<>();
        List<String> crowded = new ArrayList<>();
        for (Path folder : folders()) {
            try (Stream<Path> files = Files.list(folder)) {
                List<Path> sources =
                        files.filter(f -> f.toString().endsWith(".java")).toList();
                Path info = folder.resolve("package-info.java");
                if (sources.isEmpty()) {
                    continue;
                }
                if (!Files.exists(info) || !Files.readString(info).startsWith("/**")) {
                    silent.add(folder.toString());
                }
                if (sources.size() - 1 > ROOM) {
                    crowded.add(folder + " " + (sources.size() - 1));
                }
            }
        }
        assertThat(silent).isEmpty();
        assertThat(crowded).isEmpty();
    }

    private static List<Path> folders() throws IOException {
        List<Path> folders = new ArrayList<>();
        for (String module : MODULES) {
            Path sources = Path.of("src", module, "src/main/java/dev/segmentation");
            try (Stream<Path> tree = Files.walk(sources)) {
                tree.filter(Files::isDirectory).forEach(folders::add);
            }
        }
        return new ArrayList<>(new TreeSet<>(folders));
    }

    private static List<String> expanded(String names) {
        List<String> all = new ArrayList<>();
        for (String name : names.split(" ")) {
            all.addAll(
                    switch (name) {
                        case "core" -> CORE;
                        case "app" -> APP;
                        default -> List.of(name);
                    });
        }
        return all;
    }

    private static boolean within(JavaClass type, List<String> names) {
        String own = packageOf(type);
        return names.stream().anyMatch(name -> own.equals(name) || own.startsWith(name + "."));
    }

    private static DescribedPredicate<JavaClass> in(String name) {
        return describe("in " + name, type -> within(type, List.of(name)));
    }

    private static com.tngtech.archunit.lang.ArchCondition<JavaClass> beIn(List<String> names) {
        return com.tngtech.archunit.lang.conditions.ArchConditions.be(
                describe("in a room of " + Arrays.toString(names.toArray()), type -> within(type, names)));
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith(ROOT);
    }

    /** The package below the root; empty for classes of others. */
    private static String packageOf(JavaClass type) {
        return isOurs(type) ? type.getPackageName().substring(ROOT.length()) : "";
    }
}
