package org.workfrontoauth2.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.contract.Refusing.refusalOf;

import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract, section 4: what real clients send must work, and nothing else gets through. */
class TokenRequestTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";

    private static TokenRequest read(String contentType, String body) throws Refused {
        return TokenRequest.read(contentType, null, body.getBytes(UTF_8));
    }

    static Stream<Arguments> combinations() {
        String basic = "Basic " + Base64.getEncoder().encodeToString("acme-web:s3cret".getBytes(UTF_8));
        ClientCredentials inHeader = new ClientCredentials("acme-web", Optional.of("s3cret"), true);
        ClientCredentials inBody = new ClientCredentials("acme-web", Optional.of("s3cret"), false);
        ClientCredentials without = new ClientCredentials("acme-web", Optional.empty(), false);
        String form = "grant_type=refresh_token&refresh_token=r1";
        String json = "{\"grant_type\": \"refresh_token\", \"refresh_token\": \"r1\"";
        return Stream.of(
                Arguments.of("JSON, Basic", JSON, basic, json + "}", inHeader),
                Arguments.of(
                        "JSON, credentials in the body",
                        JSON,
                        null,
                        json + ", \"client_id\": \"acme-web\", \"client_secret\": \"s3cret\"}",
                        inBody),
                Arguments.of("JSON, client ID alone", JSON, null, json + ", \"client_id\": \"acme-web\"}", without),
                Arguments.of("form, Basic", FORM, basic, form, inHeader),
                Arguments.of(
                        "form, credentials in the body",
                        FORM,
                        null,
                        form + "&client_id=acme-web&client_secret=s3cret",
                        inBody),
                Arguments.of("form, client ID alone", FORM, null, form + "&client_id=acme-web", without));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("combinations")
    void everyCombinationOfRealClientsIsRead(
            String name, String contentType, String authorization, String body, ClientCredentials credentials)
            throws Refused {
        TokenRequest request = TokenRequest.read(contentType, authorization, body.getBytes(UTF_8));

        assertThat(request.credentials()).isEqualTo(credentials);
        assertThat(request.grant()).isEqualTo(TokenRequest.Grant.REFRESH_TOKEN);
        assertThat(request.parameters().get("refresh_token")).contains("r1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "application/x-www-form-urlencoded; charset=utf-8",
                "application/x-www-form-urlencoded;charset=ISO-8859-1",
                "Application/X-WWW-Form-URLEncoded ; charset=\"UTF-8\"; x=y",
                " application/x-www-form-urlencoded",
                "application/x-www-form-urlencoded;"
            })
    void formsAreReadWhateverTheParametersOfTheContentType(String contentType) throws Refused {
        assertThat(read(contentType, "code=a%20b").parameters().get("code")).contains("a b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=utf-8",
                "application/json;charset=UTF-8",
                "APPLICATION/JSON ;charset=utf8"
            })
    void jsonIsReadWhateverTheParametersOfTheContentType(String contentType) throws Refused {
        assertThat(read(contentType, "{\"code\": \"a b\"}").parameters().get("code"))
                .contains("a b");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                ";",
                "*/*",
                "text/plain",
                "text/json",
                "application/xml",
                "application/jsonp",
                "application/vnd.api+json",
                "application/jwt",
                "multipart/form-data; boundary=x",
                "application/json, application/x-www-form-urlencoded",
                "text/plain; application/json"
            })
    void otherMediaTypesAreRefused(String contentType) {
        assertThat(refusalOf(() -> read(contentType, "{}"))).isEqualTo(Refusal.UNSUPPORTED_MEDIA_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {FORM, JSON})
    void bodiesMayHave64KiB(String contentType) throws Refused {
        String prefix = contentType.equals(FORM) ? "x=" : "{\"x\": \"";
        String suffix = contentType.equals(FORM) ? "&code=c" : "\", \"code\": \"c\"}";
        String fill = "x".repeat(65_536 - prefix.length() - suffix.length());

        assertThat(read(contentType, prefix + fill + suffix).parameters().get("code"))
                .contains("c");
        assertThat(refusalOf(() -> read(contentType, prefix + fill + "x" + suffix)))
                .isEqualTo(Refusal.BODY_TOO_LARGE);
    }

    /** The limit is one of bytes: this text has fewer characters than that. */
    @Test
    void theLimitCountsBytes() {
        assertThat(refusalOf(() -> read(FORM, "x=" + "ä".repeat(32_768)))).isEqualTo(Refusal.BODY_TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%00", "a=%C3", "code=%zz&client_id=a"})
    void malformedFormsAreRefused(String body) {
        assertThat(refusalOf(() -> read(FORM, body))).isEqualTo(Refusal.MALFORMED_BODY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "{", "{} x", "{\"code\": 1}", "{\"scope\": [\"a\"]}", "code=1", "{\"x\": \"\\u0000\"}"
            })
    void malformedJsonIsRefused(String body) {
        assertThat(refusalOf(() -> read(JSON, body))).isEqualTo(Refusal.MALFORMED_BODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {FORM, JSON})
    void bodiesThatAreNotUtf8AreRefused(String contentType) {
        String text = contentType.equals(FORM) ? "code=ä" : "{\"code\": \"ä\"}";

        assertThat(refusalOf(() -> TokenRequest.read(contentType, null, text.getBytes(ISO_8859_1))))
                .isEqualTo(Refusal.MALFORMED_BODY);
        assertThat(refusalOf(() -> TokenRequest.read(contentType, null, text.getBytes(UTF_16))))
                .isEqualTo(Refusal.MALFORMED_BODY);
    }

    @Test
    void aByteOrderMarkBeforeJsonIsNoPartOfIt() throws Refused {
        assertThat(read(JSON, "\uFEFF{\"jwt_token\": \"a.b.c\"}").jwt()).isEqualTo("a.b.c");
        assertThat(refusalOf(() -> read(JSON, "\uFEFF\uFEFF{\"jwt_token\": \"a.b.c\"}")))
                .isEqualTo(Refusal.MALFORMED_BODY);
        assertThat(refusalOf(() -> read(JSON, "\uFEFF"))).isEqualTo(Refusal.MALFORMED_BODY);
    }

    /** Command lines end their files with one. */
    @Test
    void aLineBreakAroundAFormIsNoPartOfIt() throws Refused {
        assertThat(read(FORM, "\ncode=c\r\n").parameters().get("code")).contains("c");
    }

    @Test
    void anEmptyFormIsAFormWithoutParameters() throws Refused {
        assertThat(read(FORM, "").parameters().values()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"code", "client_id", "client_secret", "grant_type", "something_else"})
    void repeatedParametersAreRefused(String name) {
        assertThat(refusalOf(() -> read(FORM, name + "=1&" + name + "=1"))).isEqualTo(Refusal.REPEATED_PARAMETER);
        assertThat(refusalOf(() -> read(JSON, "{\"" + name + "\": \"1\", \"" + name + "\": \"1\"}")))
                .isEqualTo(Refusal.REPEATED_PARAMETER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client_id",
                "client_secret",
                "grant_type",
                "code",
                "redirect_uri",
                "code_verifier",
                "refresh_token",
                "scope"
            })
    void oversizedParametersAreRefused(String name) throws Refused {
        String longest = "x".repeat(4000);

        assertThat(read(FORM, name + "=" + longest).parameters().get(name)).contains(longest);
        assertThat(refusalOf(() -> read(FORM, name + "=" + longest + "x"))).isEqualTo(Refusal.OVERSIZED_PARAMETER);
        assertThat(refusalOf(() -> read(JSON, "{\"" + name + "\": \"" + longest + "x\"}")))
                .isEqualTo(Refusal.OVERSIZED_PARAMETER);
    }

    /** Contract, section 5: it has a limit of its own. */
    @Test
    void aJwtMayBeLonger() throws Refused {
        String jwt = "x".repeat(8192);

        assertThat(read(FORM, "jwt_token=" + jwt).jwt()).isEqualTo(jwt);
        assertThat(read(JSON, "{\"jwt_token\": \"" + jwt + "\"}").jwt()).isEqualTo(jwt);
    }

    @Test
    void anExchangeWithoutAJwtIsRefused() {
        assertThat(refusalOf(() -> read(FORM, "client_id=a&jwt_token=").jwt())).isEqualTo(Refusal.MISSING_JWT);
        assertThat(refusalOf(() -> read(JSON, "{\"jwt_token\": {}}").jwt())).isEqualTo(Refusal.MALFORMED_BODY);
    }

    @Test
    void valuesAreNotPrinted() throws Refused {
        assertThat(read(FORM, "client_secret=s3cret&refresh_token=r1").toString())
                .contains("client_secret", "refresh_token")
                .doesNotContain("s3cret", "r1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scope=openid", "scope=+openid+", "scope=no-such"})
    void whateverScopeIsAskedForIsOne(String body) throws Refused {
        assertThat(read(FORM, body).asksForScope()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "scope=", "scope=+", "scope"})
    void aBlankScopeIsNone(String body) throws Refused {
        assertThat(read(FORM, body).asksForScope()).isFalse();
    }

    @Test
    void eitherTokenMayBeRevoked() throws Refused {
        assertThat(read(FORM, "token=a").revoked()).containsExactly("a");
        assertThat(read(FORM, "refresh_token=b").revoked()).containsExactly("b");
        assertThat(read(FORM, "refresh_token=b&token=a").revoked()).containsExactly("a", "b");
        assertThat(read(FORM, "refresh_token=a&token=a").revoked()).containsExactly("a");
        assertThat(refusalOf(() -> read(FORM, "token=&refresh_token=").revoked()))
                .isEqualTo(Refusal.MISSING_REVOKED_TOKEN);
    }
}
