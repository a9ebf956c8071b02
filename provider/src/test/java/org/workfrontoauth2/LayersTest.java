package org.workfrontoauth2;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What may know what, and what classes may be called. */
@AnalyzeClasses(packages = "org.workfrontoauth2", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {

    private static final String CONTRACT = "org.workfrontoauth2.contract..";

    @ArchTest
    static final ArchRule theContractKnowsOnlyJavaAndAJsonParser = classes()
            .that()
            .resideInAPackage(CONTRACT)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(CONTRACT, "java..", "javax.crypto..", "com.fasterxml.jackson.core..", "org.jspecify..");

    @ArchTest
    static final ArchRule theContractDoesNotKnowKeycloak = noClasses()
            .that()
            .resideInAPackage(CONTRACT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.workfrontoauth2.keycloak..", "org.keycloak..");

    /** From the bottom to the top: a package knows those before it, and none of those after it. */
    private static final List<String> ORDER = List.of(
            "storage",
            "language",
            "realm",
            "credential",
            "logo",
            "mount",
            "application",
            "datastore",
            "metrics",
            "grant",
            "authentication",
            "call",
            "authorize",
            "registration",
            "session",
            "token",
            "theme",
            "claims",
            "gate",
            "export",
            "administration",
            "endpoint",
            "start");

    private static final String KEYCLOAK = "org.workfrontoauth2.keycloak.";

    /** Queries name entities in texts, which no import shows: so whatever a query may name is at the very bottom. */
    @ArchTest
    static final ArchRule whatQueriesNameIsAtTheBottom = classes()
            .that()
            .areAnnotatedWith("jakarta.persistence.Entity")
            .should()
            .resideInAPackage(KEYCLOAK + ORDER.get(0));

    @ArchTest
    static void packagesKnowOnlyThoseBelowThem(JavaClasses all) {
        Set<String> known = all.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(KEYCLOAK))
                .map(name -> name.substring(KEYCLOAK.length()))
                .collect(Collectors.toSet());
        assertThat(ORDER).containsExactlyInAnyOrderElementsOf(known);
        for (String name : ORDER) {
            String[] above = ORDER.subList(ORDER.indexOf(name) + 1, ORDER.size()).stream()
                    .map(KEYCLOAK::concat)
                    .toArray(String[]::new);
            if (above.length > 0) {
                noClasses()
                        .that()
                        .resideInAPackage(KEYCLOAK + name)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(above)
                        .check(all);
            }
        }
    }

    /** A name that fits everything says nothing; Keycloak's own names are kept by what extends them. */
    @ArchTest
    static final ArchRule classesAreNamedAfterWhatTheyAre = noClasses()
            .that(describe("do not extend one of Keycloak's", LayersTest::extendsNothingOfKeycloaks))
            .should()
            .haveSimpleNameContaining("Util")
            .orShould()
            .haveSimpleNameContaining("Helper")
            .orShould()
            .haveSimpleNameContaining("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl");

    @ArchTest
    static final ArchRule factoriesOnlyWire = methods()
            .that()
            .areDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Factory")
            .should(haveAtMostSixLinesOfCalls());

    private static boolean extendsNothingOfKeycloaks(JavaClass type) {
        return type.getAllRawSuperclasses().stream().noneMatch(resideInAPackage("org.keycloak.."));
    }

    private static ArchCondition<JavaMethod> haveAtMostSixLinesOfCalls() {
        return new ArchCondition<>("have at most six lines that call something") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                long lines = method.getCallsFromSelf().stream()
                        .map(JavaAccess::getLineNumber)
                        .distinct()
                        .count();
                events.add(new SimpleConditionEvent(method, lines <= 6, method.getFullName() + " has " + lines));
            }
        };
    }
}
