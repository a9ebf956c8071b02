package org.workfrontoauth2.contract.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract, sections 6 and 9: where session IDs are sent to. */
class SessionPathTest {

    @ParameterizedTest
    @CsvSource({
        "/integrations/oauth2/api/v1/session/verify,                              ,     false",
        "/integrations/oauth2/api/v1/session/verify/,                             ,     false",
        "/integrations/oauth2/api/v1/session/verify/attask/api/v20.0/project,     ,     true",
        "/integrations;x=y/oauth2/api/v1/session/verify;z,                        ,     false",
        "/realms/acme/integrations/oauth2/api/v1/session/verify,                  acme, false",
        "/realms/acme/integrations/oauth2/api/v1/session/verify/x,                acme, true",
    })
    void gatewaysAskHere(String path, String realm, boolean below) {
        assertThat(SessionPath.question(path)).contains(new SessionPath.Question(Optional.ofNullable(realm), below));
        assertThat(SessionPath.hasSecretQuery(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/integrations/oauth2/api/v1/session",
                "/integrations/oauth2/api/v1/session/verifyx",
                "/x/integrations/oauth2/api/v1/session/verify",
                "/realms/a/b/integrations/oauth2/api/v1/session/verify",
                "/integrations/oauth2/api/v1/token",
                "/"
            })
    void andNowhereElse(String path) {
        assertThat(SessionPath.question(path)).isEmpty();
        assertThat(SessionPath.hasSecretQuery(path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/attask/api/v20.0/logout", "/attask/api/session", "/realms/acme/attask/x", "/attask"})
    void theApiHasSecretQueriesToo(String path) {
        assertThat(SessionPath.hasSecretQuery(path)).isTrue();
        assertThat(SessionPath.question(path)).isEmpty();
    }
}
