package org.workfrontoauth2.contract.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Registration, section 4: which paths are throttled; section 2: which query may hold a secret. */
class RegistrationPathTest {

    @ParameterizedTest
    @CsvSource({
        "/o/client/register,                     true",
        "/o/client/token,                        true",
        "/o/client/token/,                       true",
        "/o/client/scopes,                       true",
        "/o/client/validate,                     true",
        "/o/client,                              true",
        "/o;x/client;y/token;z,                  true",
        "/realms/acme/o/client/register,         true",
        "/realms/acme;x/o/client/token,          true",
        "/realms/acme/o/client/token/more,       true",
        "/o/clients,                             false",
        "/realms/acme/x/o/client/token,          false",
        "/realms/o/client/token,                 false",
        "/integrations/oauth2/api/v1/token,      false",
        "/admin/realms/acme/o/client/token,      false",
    })
    void thesePathsAreOurs(String path, boolean throttled) {
        assertThat(RegistrationPath.isThrottled(path)).isEqualTo(throttled);
    }
}
