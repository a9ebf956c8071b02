package org.workfrontoauth2.keycloak.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.contract.AdministrationRefusal;
import org.workfrontoauth2.contract.ApplicationField;
import org.workfrontoauth2.contract.ApplicationType;
import org.workfrontoauth2.contract.registration.RegisteredField;

/** {@code workfront-openapi.json} describes the administration interface as the code has it. */
class DescriptionTest {

    /** Described ahead of the code. To be emptied as they land: one that is there already fails the test. */
    private static final Set<String> NOT_YET_IN_THE_CODE = Set.of();

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final JsonNode description;

    DescriptionTest() throws IOException {
        this.description = new ObjectMapper().readTree(getClass().getResource("/workfront-openapi.json"));
    }

    @Test
    void everyOperationIsDescribedAndNoOther() {
        Set<String> expected = new TreeSet<>(NOT_YET_IN_THE_CODE);
        expected.addAll(inTheCode());

        assertThat(described()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void whatHasLandedIsNotListedAsMissing() {
        Set<String> landed = new TreeSet<>(NOT_YET_IN_THE_CODE);
        landed.retainAll(inTheCode());

        assertThat(landed).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ApplicationFields", "NewApplication", "Application"})
    void everyFieldIsDescribed(String schema) {
        List<String> members = Arrays.stream(ApplicationField.values())
                .map(ApplicationField::member)
                .toList();

        assertThat(names(schema(schema).get("properties"))).containsAll(members);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RegisteredApplicationFields", "NewRegisteredApplication"})
    void everyFieldOfRegisteredApplicationsIsDescribedAndNoOther(String schema) {
        List<String> members = Arrays.stream(RegisteredField.values())
                .map(RegisteredField::member)
                .toList();

        assertThat(names(schema(schema).get("properties"))).containsExactlyInAnyOrderElementsOf(members);
    }

    /** Nothing else can be written. */
    @Test
    void onlyFieldsAreWritten() {
        List<String> members = Arrays.stream(ApplicationField.values())
                .map(ApplicationField::member)
                .toList();

        assertThat(names(schema("ApplicationFields").get("properties"))).containsExactlyInAnyOrderElementsOf(members);
    }

    @Test
    void everyTypeIsDescribed() {
        List<String> types = Arrays.stream(ApplicationType.values())
                .map(ApplicationType::value)
                .toList();

        assertThat(texts(schema("ApplicationType").get("enum"))).containsExactlyInAnyOrderElementsOf(types);
    }

    @Test
    void everyErrorCodeIsDescribed() {
        Set<String> codes = new TreeSet<>();
        for (AdministrationRefusal refusal : AdministrationRefusal.values()) {
            codes.add(refusal.code());
        }

        assertThat(texts(schema("Error").at("/properties/error/enum"))).containsExactlyInAnyOrderElementsOf(codes);
    }

    @Test
    void everyStatusIsOneThatTheCodeAnswers() {
        Set<String> statuses = new TreeSet<>(Set.of("200", "201", "204"));
        for (AdministrationRefusal refusal : AdministrationRefusal.values()) {
            statuses.add(Integer.toString(refusal.status()));
        }

        assertThat(operations().flatMap(operation -> names(operation.get("responses")).stream()))
                .isSubsetOf(statuses);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references = description.findValuesAsText("$ref");

        assertThat(references).isNotEmpty().allSatisfy(reference -> assertThat(
                        description.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }

    private static Set<String> inTheCode() {
        Set<String> operations = new TreeSet<>();
        Operations.of("/" + new ApplicationsAdministrationFactory().getId(), ApplicationsResource.class)
                .forEach(operations::add);
        Operations.of("/" + new SettingsAdministrationFactory().getId(), SettingsResource.class)
                .forEach(operations::add);
        Operations.of(
                        "/" + new RegisteredApplicationsAdministrationFactory().getId(),
                        RegisteredApplicationsResource.class)
                .forEach(operations::add);
        Operations.of("/" + new RegistrationSettingsAdministrationFactory().getId(), RegistrationSettingsResource.class)
                .forEach(operations::add);
        return operations;
    }

    private Set<String> described() {
        Set<String> operations = new TreeSet<>();
        description.get("paths").fields().forEachRemaining(path -> names(path.getValue()).stream()
                .filter(METHODS::contains)
                .forEach(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return operations;
    }

    private Stream<JsonNode> operations() {
        return stream(description.get("paths")).flatMap(DescriptionTest::stream).filter(node -> node.has("responses"));
    }

    private JsonNode schema(String name) {
        return description.get("components").get("schemas").get(name);
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static List<String> texts(JsonNode array) {
        return stream(array).map(JsonNode::asText).toList();
    }

    private static Stream<JsonNode> stream(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }
}
