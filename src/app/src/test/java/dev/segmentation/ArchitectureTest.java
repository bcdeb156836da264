package dev.segmentation;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the package table of the design: who may import whom. Packages that do not exist yet stand in it already. */
class ArchitectureTest {
    private static final String ROOT = "dev.segmentation.";
    private static final Path SOURCES = Path.of("src/main/java/dev/segmentation");
    private static final Set<String> EDGES = Set.of("cli", "rest", "web");
    private static final Set<String> PACKAGES = Set.of(
            "customer",
            "csv",
            "name",
            "dedupe",
            "governance",
            "rules",
            "suggest",
            "suggest.web",
            "suggest.language",
            "run",
            "insight",
            "service",
            "access",
            "cli",
            "rest",
            "rest.http",
            "rest.security",
            "web",
            "config",
            "spark");

    private static JavaClasses ours;

    @BeforeAll
    static void importClasses() {
        ours = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.segmentation");
        assertThat(ours).hasSizeGreaterThan(100);
    }

    @ParameterizedTest(name = "{0} may import {1}")
    @CsvSource({
        "customer, ''",
        "csv, customer",
        "name, customer csv",
        "dedupe, customer csv name",
        "governance, customer csv name",
        "rules, customer csv name",
        "suggest, customer csv name",
        "suggest.web, customer csv name suggest",
        "suggest.language, customer csv name suggest",
        "run, customer csv name dedupe governance rules suggest suggest.web suggest.language",
        "insight, customer csv name dedupe governance rules suggest suggest.web suggest.language run",
        "service, customer csv name dedupe governance rules suggest suggest.web suggest.language run insight",
        "access, customer csv",
        "cli, customer csv name dedupe governance rules suggest suggest.web suggest.language run insight access config",
        "rest, customer csv name dedupe governance rules suggest suggest.web suggest.language run insight service rest.http rest.security config",
        "rest.http, customer",
        "rest.security, customer csv governance access rest.http config",
        "web, customer csv name dedupe governance rules suggest suggest.web suggest.language run insight service config",
        "config, customer",
        "spark, customer csv name dedupe governance rules suggest suggest.web suggest.language run"
    })
    void packageImportsOnlyWhatTheDesignAllows(String name, String allowed) {
        Set<String> targets = Set.of(allowed.split(" "));
        noClasses()
                .that(inPackage(name))
                .should()
                .dependOnClassesThat(describe(
                        "are ours, outside " + name + " and [" + allowed + "]",
                        target -> isOurs(target)
                                && !packageOf(target).equals(name)
                                && !targets.contains(packageOf(target))))
                .allowEmptyShould(true)
                .check(ours);
    }

    @Test
    void everyClassLivesInAPackageOfTheDesign() {
        classes()
                .should()
                .resideInAnyPackage(PACKAGES.stream().map(name -> ROOT + name).toArray(String[]::new))
                .check(ours);
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
                .that(inPackage("customer"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", ROOT + "customer")
                .check(ours);
    }

    @Test
    void onlyCsvUsesCommonsCsv() {
        noClasses()
                .that(outside("csv"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.commons.csv..")
                .check(ours);
    }

    @Test
    void onlyCsvReadsWorkbooks() {
        noClasses()
                .that(outside("csv"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.poi..", "org.openxmlformats..")
                .check(ours);
    }

    @Test
    void onlyNameUsesIcu() {
        noClasses()
                .that(outside("name"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.ibm.icu..")
                .check(ours);
    }

    @Test
    void onlyRulesUsesDrools() {
        noClasses()
                .that(outside("rules"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.drools..", "org.kie..")
                .check(ours);
    }

    @Test
    void onlySuggestUsesLangChain() {
        noClasses()
                .that(outside("suggest"))
                .and(outside("suggest.language"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.langchain4j..")
                .check(ours);
    }

    @Test
    void onlyTheGuardedWebUsesAnHttpClientThatCouldGoAnywhere() {
        noClasses()
                .that(outside("suggest.web"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.hc..")
                .check(ours);
        noClasses()
                .that(outside("suggest.language"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http..")
                .check(ours);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "customer",
                "csv",
                "name",
                "dedupe",
                "governance",
                "rules",
                "suggest",
                "suggest.web",
                "suggest.language",
                "access",
                "run",
                "insight",
                "service",
                "spark"
            })
    void nothingBelowTheEdgesKnowsAFramework(String name) {
        noClasses()
                .that(inPackage(name))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "javax.inject..", "io.quarkus..", "io.smallrye..", "picocli..")
                .allowEmptyShould(true)
                .check(ours);
    }

    @Test
    void everyPackageSaysItsPurposeInAPackageInfo() throws IOException {
        List<Path> silent = new ArrayList<>();
        try (Stream<Path> folders = Files.walk(SOURCES).skip(1)) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                Path info = folder.resolve("package-info.java");
                if (!Files.exists(info) || !Files.readString(info).startsWith("/**")) {
                    silent.add(folder);
                }
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void packagesOfSourcesStandInTheTable() throws IOException {
        try (Stream<Path> folders = Files.list(SOURCES)) {
            assertThat(folders.filter(Files::isDirectory)
                            .map(f -> f.getFileName().toString()))
                    .isSubsetOf(PACKAGES)
                    .contains("csv", "rules")
                    .containsAnyElementsOf(EDGES);
        }
    }

    private static DescribedPredicate<JavaClass> inPackage(String name) {
        return describe("in " + name, type -> packageOf(type).equals(name));
    }

    private static DescribedPredicate<JavaClass> outside(String name) {
        return describe("outside " + name, type -> !packageOf(type).equals(name));
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith(ROOT);
    }

    /** The package below the root; empty for classes of others. */
    private static String packageOf(JavaClass type) {
        if (!isOurs(type)) {
            return "";
        }
        return type.getPackageName().substring(ROOT.length());
    }
}
