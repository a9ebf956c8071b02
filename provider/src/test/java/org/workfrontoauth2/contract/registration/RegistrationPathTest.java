package org.workfrontoauth2.contract.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Registration, section 4: which paths are throttled; section 2: which query may hold a secret. */
class RegistrationPathTest {

    @ParameterizedTest
    @CsvSource({
        "/o/client/register,                     true,  false",
        "/o/client/token,                        true,  true",
        "/o/client/token/,                       true,  true",
        "/o/client/scopes,                       true,  false",
        "/o/client/validate,                     true,  false",
        "/o/client,                              true,  false",
        "/o;x/client;y/token;z,                  true,  true",
        "/realms/acme/o/client/register,         true,  false",
        "/realms/acme;x/o/client/token,          true,  true",
        "/realms/acme/o/client/token/more,       true,  false",
        "/o/clients,                             false, false",
        "/realms/acme/x/o/client/token,          false, false",
        "/realms/o/client/token,                 false, false",
        "/integrations/oauth2/api/v1/token,      false, false",
        "/admin/realms/acme/o/client/token,      false, false",
    })
    void thesePathsAreOurs(String path, boolean throttled, boolean secret) {
        assertThat(RegistrationPath.isThrottled(path)).isEqualTo(throttled);
        assertThat(RegistrationPath.hasSecretQuery(path)).isEqualTo(secret);
    }
}
