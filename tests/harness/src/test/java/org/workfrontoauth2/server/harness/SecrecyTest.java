package org.workfrontoauth2.server.harness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The scan for secrets finds what it must find. */
class SecrecyTest {

    private static final String SESSION_ID = "0A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8S9t0U1v2W3x4Y5z6";
    private static final String CODE = "6d3e0b54-1de7-4c5b-a61d-532a9f0c1b7e.1de7c5b4.a61d532a9f0c1b7e";

    private final Secrecy secrecy = new Secrecy();

    @Test
    void plantedSecretIsFoundAndNotShown() {
        secrecy.remember("{\"access_token\":\"" + SESSION_ID + "\"}");

        secrecy.look("the log", "INFO all is well\nWARN sessionID=" + SESSION_ID + " is refused\n");

        assertThat(secrecy.leaks())
                .containsExactly("the log: a session ID that begins with 0A1b2C, after \"WARN sessionID=\"");
    }

    @Test
    void everyKindIsRemembered() {
        secrecy.remember("{\"access_token\":\"" + SESSION_ID + "\",\"refresh_token\":\"" + SESSION_ID + "R\"}");
        secrecy.remember(
                "{\"clientSecret\":\"" + SESSION_ID + "S\",\"privateKey\":\"-----BEGIN PRIVATE KEY-----\\n"
                        + "first\\nsecond\\nlineInTheMiddleOfThePrivateKey0123456789\\nfourth\\nfifth\\n-----END PRIVATE KEY-----\"}");
        secrecy.rememberCode("http://localhost:9999/callback?domain=acme&lane=my&code=" + CODE + "&state=x");

        assertThat(secrecy.counts())
                .containsOnlyKeys("session ID", "refresh token", "client secret", "private key", "code");
        secrecy.look("a column", "key " + "lineInTheMiddleOfThePrivateKey0123456789" + " code " + CODE);
        assertThat(secrecy.leaks()).hasSize(2);
    }

    @Test
    void whatIsNotOursIsNotLookedFor() {
        secrecy.remember("{\"access_token\":\"header.payload.signature-of-a-jwt-of-keycloak\"}");
        secrecy.remember("<html>");
        secrecy.rememberCode("http://localhost:9999/plain?code=" + CODE);

        secrecy.look("the log", "header.payload.signature-of-a-jwt-of-keycloak " + CODE);

        assertThat(secrecy.leaks()).isEmpty();
    }

    @Test
    void cleanTextIsClean() {
        secrecy.remember("{\"access_token\":\"" + SESSION_ID + "\"}");

        secrecy.look("the log", SESSION_ID.substring(1) + SESSION_ID.substring(0, 30) + "?");

        assertThat(secrecy.leaks()).isEmpty();
    }
}
