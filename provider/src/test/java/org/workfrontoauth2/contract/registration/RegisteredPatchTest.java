package org.workfrontoauth2.contract.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.contract.AdministrationRefused;

/** Registration, "Before": the fields of a registered application. */
class RegisteredPatchTest {

    private static Map<String, Object> with(String member, Object value) {
        Map<String, Object> members = new HashMap<>();
        members.put(member, value);
        return members;
    }

    private static void assertRefused(String member, Object value) {
        assertThatThrownBy(() -> RegisteredPatch.read(with(member, value)))
                .as(member + " " + value)
                .isInstanceOfSatisfying(AdministrationRefused.class, refused -> assertThat(refused.status())
                        .isEqualTo(400));
    }

    @Test
    void everyFieldIsRead() throws AdministrationRefused {
        RegisteredPatch patch = RegisteredPatch.creation(Map.of(
                "name", "Acme TV",
                "version", "1.0",
                "platforms", List.of("tvOS", "Roku OS"),
                "scopes", List.of("api:client:v2", "api:client:v2"),
                "redirectDomains", List.of("App.example"),
                "customSchemes", List.of("AdobePass")));

        assertThat(patch.text(RegisteredField.NAME)).contains("Acme TV");
        assertThat(patch.text(RegisteredField.VERSION)).contains("1.0");
        assertThat(patch.texts(RegisteredField.PLATFORMS)).containsExactly("tvOS", "Roku OS");
        assertThat(patch.texts(RegisteredField.SCOPES)).containsExactly("api:client:v2");
        assertThat(patch.texts(RegisteredField.REDIRECT_DOMAINS)).containsExactly("app.example");
        assertThat(patch.texts(RegisteredField.CUSTOM_SCHEMES)).containsExactly("adobepass");
    }

    @Test
    void aNameIsRequired() {
        assertThatThrownBy(() -> RegisteredPatch.creation(Map.of())).isInstanceOf(AdministrationRefused.class);
        assertRefused("name", null);
        assertRefused("name", " ");
        assertRefused("name", "\u200b");
        assertRefused("name", 7);
        assertRefused("name", "a".repeat(256));
        assertRefused("name", "a\u0000");
    }

    @Test
    void nullRemovesAValue() throws AdministrationRefused {
        RegisteredPatch patch = RegisteredPatch.read(with("version", null));

        assertThat(patch.has(RegisteredField.VERSION)).isTrue();
        assertThat(patch.text(RegisteredField.VERSION)).isEmpty();
        assertThat(RegisteredPatch.read(with("scopes", null)).texts(RegisteredField.SCOPES))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "clients", "createdAt", "createdBy", "revokedAt", "lastRegistrationAt", "x"})
    void readOnlyAndUnknownMembersAreRefused(String member) {
        assertRefused(member, "x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example",
                "*.app.example",
                "https://app.example",
                "app.example/",
                "app.example:443",
                "app..example",
                "-app.example",
                "app.example.",
                "127.0.0.1",
                "0x7f.0x1",
                "0x7F.0X1",
                "app.0x",
                "app.example.0xa9",
                "app.0177",
                "\u212aey.example",
                "b\u00fccher.example",
                "a b.example",
                "user@app.example"
            })
    void domainsAreHostsInAscii(String domain) {
        assertRefused("redirectDomains", List.of(domain));
    }

    @ParameterizedTest
    @ValueSource(strings = {"app.0xg", "app.x0", "0x7f.example", "127.0.0.1.example", "app.xn--3e0b707e"})
    void aDomainMayHaveNumbersBeforeItsEnd(String domain) throws AdministrationRefused {
        assertThat(RegisteredPatch.read(with("redirectDomains", List.of(domain)))
                        .texts(RegisteredField.REDIRECT_DOMAINS))
                .containsExactly(domain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http",
                "HTTPS",
                "javascript",
                "data",
                "urn",
                "URN",
                "\u212aey",
                "a",
                "1a",
                "a b",
                "a:",
                "com.example.app://"
            })
    void schemesAreThoseOfPrograms(String scheme) {
        assertRefused("customSchemes", List.of(scheme));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\"b", "a\\b", "a\nb", "\u00fc"})
    void scopesAreThoseOfTheStandard(String scope) {
        assertRefused("scopes", List.of(scope));
    }

    @Test
    void listsAreShortListsOfStrings() {
        assertRefused("scopes", "api:client:v2");
        assertRefused("scopes", List.of(7));
        assertRefused("scopes", Arrays.asList("a", null));
        assertRefused("scopes", Collections.nCopies(21, "a"));
        assertRefused("platforms", List.of("tv\u202eOS"));
        assertRefused("platforms", Map.of());
    }
}
