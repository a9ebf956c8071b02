package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.server.administration.Refusal.assertRefused;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.Applications;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Answer;

/** Contract, section 2: every field has its rule, in a creation as in a change, and the sentence names it. */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FieldsIT {

    private final OwnRealm realm;
    private final Applications applications;
    private final Map<String, String> clientIds = new HashMap<>();

    FieldsIT(OwnRealm realm) {
        this.realm = realm;
        this.applications = realm.applications();
        for (String type : List.of("web", "single-page", "machine-to-machine")) {
            clientIds.put(type, applications.create(type).get("clientId").asText());
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            web                | "name": null                                     | name is required and must not be empty.
            web                | "name": ""                                       | name is required and must not be empty.
            web                | "name": "  "                                     | name is required and must not be empty.
            web                | "name": "\\u200b\\u3164"                             | name is required and must not be empty.
            web                | "name": 7                                        | name must be a string.
            web                | "name": "a\\u0000b"                              | name must be a string.
            web                | "name": "256"                                    | name must not be longer than 255 characters.
            web                | "description": {}                                | description must be a string.
            web                | "description": "256"                             | description must not be longer than 255 characters.
            web                | "redirectUrls": null                             | redirectUrls must be a list of URLs.
            web                | "redirectUrls": "https://app.example/cb"         | redirectUrls must be a list of URLs.
            web                | "redirectUrls": [7]                              | redirectUrls must be a list of URLs.
            web                | "redirectUrls": ["https://app.example/*"]        | redirectUrls must not contain a wildcard, because they must match exactly.
            web                | "redirectUrls": []                               | redirectUrls must have at least one URL.
            web                | "redirectUrls": ["com.example.app:/cb"]          | redirectUrls must be https. Only single page applications can have a scheme of their own.
            web                | "redirectUrls": ["https://app.example/256"]      | redirectUrls must be URLs of at most 255 characters.
            web                | "redirectUrls": ["*"]                            | redirectUrls must not contain a wildcard, because they must match exactly.
            web                | "redirectUrls": ["/cb"]                          | redirectUrls must be absolute URLs.
            web                | "redirectUrls": ["app.example/cb"]               | redirectUrls must be absolute URLs.
            web                | "redirectUrls": ["javascript:alert(1)"]          | redirectUrls must not have a scheme that does not lead to an application, such as javascript, data or file.
            web                | "redirectUrls": ["https://app.example/c b"]      | redirectUrls must not contain spaces, braces or other characters that are not allowed in URLs, and must contain % only before two hexadecimal digits. Percent-encode such characters.
            web                | "redirectUrls": ["urn:ietf:wg:oauth:2.0:oob"]    | redirectUrls must not be URNs, because a code cannot be sent to one.
            web                | "redirectUrls": ["http://[0:0:0:0:0:0:0:1]/cb"]  | redirectUrls must have IP addresses in the form that browsers write, such as 127.0.0.1, [::1] or [2001:db8::1].
            web                | "redirectUrls": ["https://app.example/cb#here"]  | redirectUrls must be URLs without a fragment and without a user name.
            web                | "redirectUrls": ["https://me@app.example/cb"]    | redirectUrls must be URLs without a fragment and without a user name.
            web                | "redirectUrls": ["http://app.example/cb"]        | redirectUrls must be https, except on a loopback address.
            web                | "redirectUrls": ["https://app.example:443/cb"]   | redirectUrls must not name the default port of their scheme. Any other port is a number from 1 to 65535.
            web                | "redirectUrls": ["http://localhost:80/cb"]       | redirectUrls must not name the default port of their scheme. Any other port is a number from 1 to 65535.
            web                | "redirectUrls": ["https://app.example/../cb"]    | redirectUrls must not have . or .. as a segment of the path, because browsers resolve them.
            web                | "redirectUrls": ["https://app.example/?a=1&&b=2"] | redirectUrls must not have an empty parameter in the query, such as && or a trailing ? or &.
            web                | "redirectUrls": ["https://app.example/?a[]=1"]   | redirectUrls must not have square brackets in the query. Write %5B and %5D instead.
            web                | "redirectUrls": ["https://app.example/?%64omain=a"] | redirectUrls must not have a query parameter that the server adds itself, such as code, state, iss, error, domain or lane.
            web                | "redirectUrls": ["https://app.example/é"]        | redirectUrls must contain only ASCII characters. Percent-encode other characters as UTF-8, and write a host as xn--….
            single-page        | "redirectUrls": ["urn:ietf:wg:oauth:2.0:oob"]    | redirectUrls must not be URNs, because a code cannot be sent to one.
            single-page        | "redirectUrls": ["com.example.app:cb?a=1"]       | redirectUrls with a query must have a slash after the scheme, as in com.example.app:/callback?a=b.
            single-page        | "redirectUrls": ["http://app.example/cb"]        | redirectUrls must be https, except on a loopback address.
            web                | "rotateRefreshTokens": "true"                    | rotateRefreshTokens must be true or false.
            web                | "refreshGraceSeconds": -1                        | refreshGraceSeconds must be a whole number from 0 to 60.
            web                | "refreshGraceSeconds": 61                        | refreshGraceSeconds must be a whole number from 0 to 60.
            web                | "refreshGraceSeconds": 1.5                       | refreshGraceSeconds must be a whole number from 0 to 60.
            web                | "refreshGraceSeconds": "10"                      | refreshGraceSeconds must be a whole number from 0 to 60.
            web                | "absoluteExpirationSeconds": 0                   | absoluteExpirationSeconds must be a whole number from 1 to 1576800000.
            web                | "absoluteExpirationSeconds": 1576800001          | absoluteExpirationSeconds must be a whole number from 1 to 1576800000.
            web                | "absoluteExpirationSeconds": 1e30                | absoluteExpirationSeconds must be a whole number from 1 to 1576800000.
            web                | "absoluteExpirationSeconds": 99999999999999999999| absoluteExpirationSeconds must be a whole number from 1 to 1576800000.
            web                | "inactiveExpirationSeconds": -1                  | inactiveExpirationSeconds must be a whole number from 1 to 1576800000.
            web                | "inactiveExpirationSeconds": false               | inactiveExpirationSeconds must be a whole number from 1 to 1576800000.
            web                | "absoluteExpirationSeconds": 60, "inactiveExpirationSeconds": 61 | inactiveExpirationSeconds must not be longer than absoluteExpirationSeconds.
            machine-to-machine | "standardResponses": 1                           | standardResponses must be true or false.
            web                | "appDescriptionUrl": "http://app.example"        | appDescriptionUrl must be an https URL.
            web                | "appDescriptionUrl": "https:about"               | appDescriptionUrl must be an https URL.
            web                | "developerName": []                              | developerName must be a string.
            web                | "developerName": "256"                           | developerName must not be longer than 255 characters.
            single-page        | "developerEmail": "nobody"                       | developerEmail must be an e-mail address.
            single-page        | "developerEmail": "no body@app.example"          | developerEmail must be an e-mail address.
            machine-to-machine | "privacyPolicyUrl": "javascript:alert(1)"        | privacyPolicyUrl must be an https URL.
            """)
    void whatBreaksARuleIsRefused(String type, String members, String sentence) {
        String fields = members.replace("256", "x".repeat(256));
        String clientId = clientIds.get(type);
        JsonNode before = applications.get(clientId);

        Answer changed = applications.caller().patch("/" + clientId, "{" + fields + "}");
        Answer created = applications.caller().post("", creation(type, fields));

        assertRefused(changed, 400, "invalid_request").saying(sentence);
        assertRefused(created, 400, "invalid_request").saying(sentence);
        assertThat(applications.get(clientId)).isEqualTo(before);
        assertThat(applications.list().get("count").asInt()).isEqualTo(clientIds.size());
    }

    /** Unknown ones, those that are only read, those of other types. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            web                | "clientId": "mine"
            web                | "clientSecret": "mine"
            web                | "secrets": []
            web                | "publicKeys": []
            web                | "logoUrl": "https://app.example/logo.png"
            web                | "createdAt": "2026-01-01T00:00:00Z"
            web                | "createdBy": "me"
            web                | "lastUsedAt": null
            web                | "activeGrants": 0
            web                | "attributes": {}
            web                | "Name": "It"
            web                | "": "It"
            machine-to-machine | "redirectUrls": []
            machine-to-machine | "rotateRefreshTokens": true
            machine-to-machine | "refreshGraceSeconds": 10
            machine-to-machine | "absoluteExpirationSeconds": null
            machine-to-machine | "inactiveExpirationSeconds": 60
            """)
    void whatCannotBeWrittenIsRefused(String type, String member) {
        Answer changed = applications.caller().patch("/" + clientIds.get(type), "{" + member + "}");
        Answer created = applications.caller().post("", creation(type, member));

        assertRefused(changed, 400, "invalid_request").saying("The request has a member that is unknown or read-only.");
        assertRefused(created, 400, "invalid_request").saying("The request has a member that is unknown or read-only.");
    }

    @Test
    void theTypeNeverChanges() {
        Answer answer = applications.caller().patch("/" + clientIds.get("web"), Map.of("type", "web"));

        assertRefused(answer, 400, "invalid_request").saying("The request has a member that is unknown or read-only.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\": \"It\"}", "{\"type\": null}", "{\"type\": \"WEB\"}", "{\"type\": 1}"})
    void aCreationNamesAType(String body) {
        assertRefused(applications.caller().post("", body), 400, "invalid_request")
                .saying("type must be web, single-page or machine-to-machine.");
    }

    @Test
    void aCreationNamesAName() {
        assertRefused(applications.caller().post("", Map.of("type", "web")), 400, "invalid_request")
                .saying("name is required and must not be empty.");
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            web                | name                      | "Zeiterfassung ⏱ <b>&amp;"
            web                | description               | "Books hours"
            web                | redirectUrls              | ["https://app-eu.workfrontfusion.com/oauth/cb/workfront-workfront","https://app.example/cb?a=b"]
            web                | redirectUrls              | ["http://127.0.0.1:8080/cb"]
            web                | redirectUrls              | ["http://[::1]/cb","http://localhost:9999/cb"]
            single-page        | redirectUrls              | ["com.example.app:/cb"]
            web                | rotateRefreshTokens       | true
            single-page        | rotateRefreshTokens       | false
            web                | refreshGraceSeconds       | 0
            web                | refreshGraceSeconds       | 60
            web                | absoluteExpirationSeconds | 1
            web                | absoluteExpirationSeconds | 1576800000
            single-page        | inactiveExpirationSeconds | 1576800000
            machine-to-machine | standardResponses         | true
            web                | appDescriptionUrl         | "https://app.example/about"
            single-page        | developerName             | "Example Ltd"
            machine-to-machine | developerEmail            | "developers@app.example"
            web                | privacyPolicyUrl          | "https://app.example/privacy"
            """)
    void whatKeepsTheRuleIsWritten(String type, String member, String value) throws IOException {
        JsonNode expected = new ObjectMapper().readTree(value);
        String clientId = clientIds.get(type);

        JsonNode changed = applications.change(clientId, "{\"" + member + "\": " + value + "}");

        assertThat(changed.get(member)).isEqualTo(expected);
        assertThat(applications.get(clientId)).isEqualTo(changed);
        JsonNode created = applications.createWith(creation(type, "\"" + member + "\": " + value));
        applications.delete(created.get("clientId").asText());
        assertThat(created.get(member)).isEqualTo(expected);
    }

    @Test
    void nullRemovesAValueAndTheOthersStay() {
        Map<String, Object> values = new HashMap<>(Map.of(
                "description",
                "Books hours",
                "absoluteExpirationSeconds",
                7200,
                "inactiveExpirationSeconds",
                3600,
                "appDescriptionUrl",
                "https://app.example/about",
                "developerName",
                "Example Ltd",
                "developerEmail",
                "developers@app.example",
                "privacyPolicyUrl",
                "https://app.example/privacy"));
        JsonNode created = applications.createWith(with(values, "type", "web", "name", "All of them"));
        String clientId = created.get("clientId").asText();

        for (String member : values.keySet()) {
            JsonNode before = applications.get(clientId);
            JsonNode after = applications.change(clientId, "{\"" + member + "\": null}");
            assertThat(after.get(member).isNull()).as(member).isTrue();
            before.fieldNames().forEachRemaining(other -> {
                if (!other.equals(member)) {
                    assertThat(after.get(other)).as(other).isEqualTo(before.get(other));
                }
            });
        }
        applications.delete(clientId);
    }

    /** RFC 7396: the member is removed, and so the default holds. */
    @ParameterizedTest
    @CsvSource({
        "web, rotateRefreshTokens, true, false",
        "single-page, rotateRefreshTokens, false, true",
        "web, refreshGraceSeconds, 5, 30",
        "single-page, refreshGraceSeconds, 5, 10",
        "machine-to-machine, standardResponses, true, false",
    })
    void nullBringsTheDefaultBack(String type, String member, String value, String byDefault) {
        String clientId = clientIds.get(type);
        JsonNode changed = applications.change(clientId, "{\"" + member + "\": " + value + "}");

        JsonNode again = applications.change(clientId, "{\"" + member + "\": null}");

        assertThat(changed.get(member).asText()).isEqualTo(value);
        assertThat(again.get(member).asText()).isEqualTo(byDefault);
    }

    /** The order is kept over several changes too. */
    @Test
    void anInactiveExpirationOutlivesNoLaterAbsoluteOne() {
        JsonNode created =
                applications.createWith(Map.of("type", "web", "name", "Order", "inactiveExpirationSeconds", 3600));
        String clientId = created.get("clientId").asText();

        Answer answer = applications.caller().patch("/" + clientId, Map.of("absoluteExpirationSeconds", 3599));

        assertRefused(answer, 400, "invalid_request")
                .saying("inactiveExpirationSeconds must not be longer than absoluteExpirationSeconds.");
        assertThat(applications.get(clientId).get("absoluteExpirationSeconds").isNull())
                .isTrue();
        applications.delete(clientId);
    }

    private static Map<String, Object> with(Map<String, Object> values, String... more) {
        Map<String, Object> all = new HashMap<>(values);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    private static String creation(String type, String members) {
        String name = members.startsWith("\"name\"") ? "" : "\"name\": \"It\", ";
        return "{\"type\": \"" + type + "\", " + name + members + "}";
    }
}
