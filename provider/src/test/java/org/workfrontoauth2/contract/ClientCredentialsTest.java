package org.workfrontoauth2.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.contract.Refusing.refusalOf;

import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract, section 4; RFC 6749, 2.3. */
class ClientCredentialsTest {

    private static ClientCredentials read(String authorization, String form) throws Refused {
        return ClientCredentials.read(authorization, Parameters.ofForm(form).orElseThrow());
    }

    private static String basic(String userPass) {
        return "Basic " + Base64.getEncoder().encodeToString(userPass.getBytes(UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "acme-web:s3cret            -> acme-web    -> s3cret",
                "acme-web:s3:cret           -> acme-web    -> s3:cret",
                "acme-web::                 -> acme-web    -> ':'",
                "acme%2Dweb:s3%3Acret       -> acme-web    -> s3:cret",
                "a%3Ab:s                    -> a:b         -> s",
                "a+b:c%2Bd                  -> a b         -> c+d",
                "%C3%A4:%E2%82%AC           -> ä           -> €",
                "ä:€                        -> ä           -> €",
            })
    void basicCredentialsAreFormEncoded(String userPass, String id, String secret) throws Refused {
        assertThat(read(basic(userPass), "")).isEqualTo(new ClientCredentials(id, Optional.of(secret), true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YTpi", "basic YTpi", "BASIC YTpi", "Basic  YTpi", "Basic YTpi "})
    void theSchemeIsBasicInAnyLetterCase(String authorization) throws Refused {
        assertThat(ClientCredentials.isBasic(authorization)).isTrue();
        assertThat(read(authorization, "")).isEqualTo(new ClientCredentials("a", Optional.of("b"), true));
    }

    @Test
    void base64MayLackItsPadding() throws Refused {
        assertThat(read("Basic YTpiYw==", "")).isEqualTo(read("Basic YTpiYw", ""));
    }

    @Test
    void anEmptyBasicPasswordCountsAsNoSecret() throws Refused {
        assertThat(read(basic("acme-spa:"), "")).isEqualTo(new ClientCredentials("acme-spa", Optional.empty(), true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic ",
                "Basic !",
                "Basic YTpi!",
                "Basic YTp i",
                "Basic YTpi=",
                "Basic Y",
                "Basic YTpi-_",
                "Basic acme-web:s3cret",
                "Basic YTpi, Basic YTpi"
            })
    void malformedBase64IsRefused(String authorization) {
        assertThat(refusalOf(() -> read(authorization, "client_id=a"))).isEqualTo(Refusal.MALFORMED_CREDENTIALS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "acme-web", ":", ":s3cret", "a%:b", "a:%", "a:%zz", "a:%C3", "a%00:b", "a:b\0"})
    void malformedPairsAreRefused(String userPass) {
        assertThat(refusalOf(() -> read(basic(userPass), ""))).isEqualTo(Refusal.MALFORMED_CREDENTIALS);
    }

    @Test
    void basicCredentialsThatAreNotUtf8AreRefused() {
        String latin = "Basic " + Base64.getEncoder().encodeToString("ä:b".getBytes(ISO_8859_1));

        assertThat(refusalOf(() -> read(latin, ""))).isEqualTo(Refusal.MALFORMED_CREDENTIALS);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Bearer YTpi", "Basically YTpi", "Basic", "Digest username=\"x\""})
    void withoutABasicHeaderTheBodyCounts(String authorization) throws Refused {
        assertThat(ClientCredentials.isBasic(authorization)).isFalse();
        assertThat(read(authorization, "client_id=acme-web&client_secret=s3cret"))
                .isEqualTo(new ClientCredentials("acme-web", Optional.of("s3cret"), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_id=acme-spa", "client_id=acme-spa&client_secret="})
    void aSinglePageApplicationSendsItsIdAlone(String form) throws Refused {
        assertThat(read(null, form)).isEqualTo(new ClientCredentials("acme-spa", Optional.empty(), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "client_id=", "client_secret=s3cret", "client_id=&client_secret=s3cret"})
    void aRequestWithoutAClientIsRefused(String form) {
        assertThat(refusalOf(() -> read(null, form))).isEqualTo(Refusal.MISSING_CLIENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client_id=acme-web&client_secret=s3cret",
                "client_id=acme-web&client_secret=other",
                "client_secret=s3cret",
                "client_id=another"
            })
    void basicAndBodyCredentialsAtOnceAreRefused(String form) {
        assertThat(refusalOf(() -> read(basic("acme-web:s3cret"), form))).isEqualTo(Refusal.TWO_CREDENTIALS);
        assertThat(refusalOf(() -> read(basic("acme-web:"), form))).isEqualTo(Refusal.TWO_CREDENTIALS);
    }

    /** Libraries do that. */
    @ParameterizedTest
    @ValueSource(strings = {"", "client_id=acme-web", "client_id=acme-web&client_secret=", "client_id="})
    void besideBasicTheSameClientIdMayComeAlong(String form) throws Refused {
        assertThat(read(basic("acme-web:s3cret"), form))
                .isEqualTo(new ClientCredentials("acme-web", Optional.of("s3cret"), true));
    }

    @Test
    void theSecretIsNotPrinted() throws Refused {
        assertThat(read(basic("acme-web:s3cret"), "")).hasToString("ClientCredentials of acme-web");
    }
}
