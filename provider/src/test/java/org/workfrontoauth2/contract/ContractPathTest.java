package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract, section 9: which paths are the contract's. */
class ContractPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/integrations/oauth2/authorize",
                "/integrations/oauth2/api/v1/token/",
                "/integrations;x=y/oauth2/api/v1/token;z",
                "/attask/api/v20.0/logout",
                "/o/client/register",
                "/.well-known/oauth-authorization-server",
                "/.well-known/oauth-authorization-server/",
                "/.well-known/oauth-authorization-server/realms/acme/integrations/oauth2",
                "/.well-known/oauth-authorization-server/realms/acme/integrations/oauth2/",
            })
    void theseAreBehindAHost(String path) {
        assertThat(ContractPath.isOfHost(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "*",
                "/integrations",
                "/integrationsx/oauth2",
                "/realms/acme/integrations/oauth2/authorize",
                "/admin/realms/acme",
                "/admin;/integrations/",
                "/o/clients",
                "/.well-known/openid-configuration",
                "/.well-known/oauth-authorization-server/realms/acme",
                "/.well-known/oauth-authorization-server/realms/acme/",
                "/.well-known/oauth-authorization-serverx",
            })
    void otherPathsAreTheServers(String path) {
        assertThat(ContractPath.isOfHost(path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/"})
    void theDescriptionOfAPathNamesIt(String slash) {
        String path = "/.well-known/oauth-authorization-server/realms/acme/integrations/oauth2" + slash;

        assertThat(ContractPath.describedPath(path)).isEqualTo("/realms/acme/integrations/oauth2");
    }

    @ParameterizedTest
    @CsvSource({
        "/realms/acme/integrations/oauth2/authorize,     true",
        "/realms;a/acme;b/integrations;c/oauth2,         true",
        "/realms/acme/attask/api/v20.0/logout,           true",
        "/realms/acme/o/client/token,                    true",
        "/realms/acme/protocol/openid-connect/token,     false",
        "/realms/acme/x/integrations/oauth2/authorize,   false",
        "/realms//integrations/oauth2/authorize,         false",
        "/integrations/oauth2/authorize,                 false",
    })
    void theSameAreBelowARealm(String path, boolean ours) {
        assertThat(ContractPath.isOfRealm(path)).isEqualTo(ours);
    }

    @ParameterizedTest
    @CsvSource({
        "/integrations/oauth2/api/v1/token,                 true",
        "/integrations/oauth2/api/v1/token/,                true",
        "/integrations/oauth2/api/v1/jwt/exchange,          true",
        "/integrations;x/oauth2/api/v1/revoke,              true",
        "/realms/acme/integrations/oauth2/api/v1/token,     true",
        "/realms/acme;x/integrations/oauth2/api/v1/token/,  true",
        "/realms/acme/protocol/openid-connect/token,        false",
        "/realms/acme/protocol/openid-connect/integrations/, false",
        "/admin/realms/acme/integrations/,                  false",
        "/attask/api/v20.0/logout/,                         true",
        "/realms/acme/attask/api/logout,                    true",
    })
    void bodiesSentThereAreTheContracts(String path, boolean ours) {
        assertThat(ContractPath.hasBody(path)).isEqualTo(ours);
    }
}
