package org.workfrontoauth2.contract.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.contract.AdministrationRefused;

/** Registration, "Before": what a realm import may carry is read as a whole, or refused as a whole. */
class CarriedApplicationTest {

    private static List<CarriedApplication> read(String json) throws AdministrationRefused {
        return CarriedApplication.read(parsed(json));
    }

    private static Object parsed(String json) {
        try {
            return new ObjectMapper().readValue(json, Object.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertRefused(String json, String sentence) {
        assertThatThrownBy(() -> read(json))
                .as(json)
                .isInstanceOfSatisfying(
                        AdministrationRefused.class,
                        refused -> assertThat(refused.said().english()).isEqualTo(sentence));
    }

    private static void assertFirstRefused(String json, String sentence) {
        assertRefused(json, "Registered application 1 of the import cannot be read: " + sentence);
    }

    @Test
    void everyMemberIsRead() throws AdministrationRefused {
        List<CarriedApplication> all = read("[{\"id\": \"acme-tv\", \"statementId\": \"s1\", \"name\": \"Acme TV\","
                + " \"version\": \"1.0\", \"platforms\": [], \"scopes\": [\"a\"], \"redirectDomains\": [\"app.example\"],"
                + " \"customSchemes\": [], \"createdAt\": \"1970-01-01T00:00:00Z\","
                + " \"revokedAt\": \"9999-12-31T23:59:59.999Z\"}, {\"name\": \"New\"}]");

        assertThat(all).hasSize(2);
        assertThat(all.get(0).id()).contains("acme-tv");
        assertThat(all.get(0).statementId()).contains("s1");
        assertThat(all.get(0).createdAt()).contains(Instant.EPOCH);
        assertThat(all.get(0).revokedAt()).contains(Instant.parse("9999-12-31T23:59:59.999Z"));
        assertThat(all.get(0).fields().text(RegisteredField.NAME)).contains("Acme TV");
        assertThat(all.get(0).fields().texts(RegisteredField.SCOPES)).containsExactly("a");
        assertThat(all.get(1).id()).isEmpty();
        assertThat(all.get(1).statementId()).isEmpty();
        assertThat(all.get(1).createdAt()).isEmpty();
        assertThat(all.get(1).revokedAt()).isEmpty();
        assertThat(read("[]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "5", "{}", "\"a\""})
    void whatIsNoArrayIsRefused(String json) {
        assertRefused(json, "The attribute workfront.registered.applications must be a JSON array.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[null]", "[5]", "[\"a\"]", "[[]]"})
    void whatIsNoObjectIsRefused(String json) {
        assertFirstRefused(json, "It must be a JSON object.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "5",
                "{}",
                "\"\"",
                "\"x\"",
                "\"+1000000000-12-31T23:59:59Z\"",
                "\"+999999999-12-31T23:59:59Z\"",
                "\"+10000-01-01T00:00:00Z\"",
                "\"-1000000000-01-01T00:00:00Z\"",
                "\"1969-12-31T23:59:59.999Z\"",
                "\"2026-01-31\""
            })
    void whatIsNoTimeOfOursIsRefused(String value) {
        String sentence = " must be a time from 1970 to 9999, such as 2026-01-31T12:00:00Z.";
        assertFirstRefused("[{\"name\": \"a\", \"revokedAt\": " + value + "}]", "revokedAt" + sentence);
        assertFirstRefused("[{\"name\": \"a\", \"createdAt\": " + value + "}]", "createdAt" + sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "5", "\"\"", "\"-a\"", "\"a b\"", "\"a/b\"", "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\""
            })
    void whatIsNoIdIsRefused(String value) {
        String sentence = " must be a string of 1 to 36 letters, digits and hyphens that does not begin with a hyphen.";
        assertFirstRefused("[{\"name\": \"a\", \"id\": " + value + "}]", "id" + sentence);
        assertFirstRefused("[{\"name\": \"a\", \"statementId\": " + value + "}]", "statementId" + sentence);
    }

    @Test
    void anIdIsThatOfOneApplication() {
        String sentence = "id is the same as in another one of the import.";
        assertRefused(
                "[{\"name\": \"a\", \"id\": \"b\"}, {\"name\": \"a\", \"id\": \"b\"}]",
                "Registered application 2 of the import cannot be read: " + sentence);
    }

    @Test
    void unknownMembersAreRefusedAndNotRepeated() {
        String sentence = "It has a member that a registered application in an export does not have.";
        assertFirstRefused("[{\"name\": \"a\", \"x\": 1}]", sentence);
        assertFirstRefused("[{\"name\": \"a\", \"createdBy\": \"b\"}]", sentence);
    }

    @Test
    void fieldsAreHeldToTheirRules() {
        assertFirstRefused("[{\"id\": \"a\"}]", "name is required and must not be empty.");
        assertFirstRefused("[{\"name\": \"a\", \"version\": 5}]", "version must be a string.");
        assertRefused(
                "[{\"name\": \"a\"}, {\"name\": [\"x\"]}, {\"name\": \"b\"}]",
                "Registered application 2 of the import cannot be read: name must be a string.");
    }
}
