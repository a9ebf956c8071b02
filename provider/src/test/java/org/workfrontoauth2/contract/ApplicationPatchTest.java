package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a creation or a merge patch of an application may contain. */
class ApplicationPatchTest {

    private static void assertRefused(String sentence, ThrowingCallable call) {
        assertThatExceptionOfType(AdministrationRefused.class)
                .isThrownBy(call)
                .satisfies(refused -> assertThat(refused.said().english()).isEqualTo(sentence));
    }

    @Test
    void fieldsThatWereSentAreRead() throws AdministrationRefused {
        assertThat(ApplicationPatch.read(Map.of("name", "A", "refreshGraceSeconds", 5), ApplicationType.WEB)
                        .values())
                .isEqualTo(Map.of(ApplicationField.NAME, Optional.of("A"), ApplicationField.GRACE, Optional.of(5L)));
    }

    @Test
    void nullRemovesAValue() throws AdministrationRefused {
        Map<String, Object> members = new HashMap<>();
        members.put("absoluteExpirationSeconds", null);

        assertThat(ApplicationPatch.read(members, ApplicationType.WEB).values())
                .isEqualTo(Map.of(ApplicationField.ABSOLUTE_EXPIRATION, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type",
                "clientId",
                "clientSecret",
                "logoUrl",
                "secrets",
                "publicKeys",
                "createdAt",
                "createdBy",
                "lastUsedAt",
                "activeGrants",
                "Name",
                ""
            })
    void readOnlyAndUnknownMembersAreRefused(String member) {
        assertRefused(
                "The request has a member that is unknown or read-only.",
                () -> ApplicationPatch.read(Map.of(member, "x"), ApplicationType.WEB));
    }

    @Test
    void membersOfOtherTypesAreRefused() {
        assertRefused(
                "The request has a member that is unknown or read-only.",
                () -> ApplicationPatch.read(Map.of("redirectUrls", List.of()), ApplicationType.MACHINE_TO_MACHINE));
    }

    @Test
    void aCreationHasATypeAndAName() throws AdministrationRefused {
        assertThat(ApplicationPatch.creation(Map.of("type", "web", "name", "A")).values())
                .isEqualTo(Map.of(ApplicationField.NAME, Optional.of("A")));
        assertRefused(
                "name is required and must not be empty.", () -> ApplicationPatch.creation(Map.of("type", "web")));
        assertRefused(
                "type must be web, single-page or machine-to-machine.",
                () -> ApplicationPatch.creation(Map.of("name", "A")));
    }

    @Test
    void aCreationKnowsTheFieldsOfItsType() {
        assertRefused(
                "The request has a member that is unknown or read-only.",
                () -> ApplicationPatch.creation(
                        Map.of("type", "machine-to-machine", "name", "A", "rotateRefreshTokens", true)));
    }

    @Test
    void theTypeIsOneOfThree() throws AdministrationRefused {
        assertThat(ApplicationPatch.type(Map.of("type", "single-page"))).isEqualTo(ApplicationType.SINGLE_PAGE);
        for (Object type : new Object[] {"desktop", "", 1, List.of("web")}) {
            assertRefused(
                    "type must be web, single-page or machine-to-machine.",
                    () -> ApplicationPatch.type(Map.of("type", type)));
        }
    }

    @ParameterizedTest
    @CsvSource({"10, 10", "10, 9", "10,", ", 10", ","})
    void inactiveExpirationMayBeShorterOrEqual(Long absolute, Long inactive) {
        assertThatCode(() ->
                        ApplicationPatch.requireOrder(Optional.ofNullable(absolute), Optional.ofNullable(inactive)))
                .doesNotThrowAnyException();
    }

    @Test
    void inactiveExpirationIsNotLongerThanAbsolute() {
        assertRefused(
                "inactiveExpirationSeconds must not be longer than absoluteExpirationSeconds.",
                () -> ApplicationPatch.requireOrder(Optional.of(10L), Optional.of(11L)));
    }
}
