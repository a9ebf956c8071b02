package org.workfrontoauth2.keycloak.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.authentication.authenticators.client.ClientIdAndSecretAuthenticator;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.workfrontoauth2.contract.ClientFacts;
import org.workfrontoauth2.contract.ClientRule;
import org.workfrontoauth2.contract.Setting;

/** The contract's rules about clients name what Keycloak names, though they know nothing of it. */
class KeycloaksNamesTest {

    private static ClientFacts with(String name, String value) {
        return new ClientFacts(
                "notes",
                attribute -> attribute.equals(name) ? value : attribute.equals(Setting.TYPE.key()) ? "web" : null,
                false,
                false,
                Optional.of(ClientIdAndSecretAuthenticator.PROVIDER_ID),
                false,
                false,
                Optional.of(OIDCLoginProtocol.LOGIN_PROTOCOL),
                true,
                Set.of());
    }

    @Test
    void keycloaksOwnAuthenticatorAndProtocolAreAnApplications() {
        assertThat(ClientRule.problemWhenWritten(with("", ""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OIDCConfigAttributes.DPOP_BOUND_ACCESS_TOKENS,
                OIDCConfigAttributes.USE_MTLS_HOK_TOKEN,
                OIDCConfigAttributes.PKCE_CODE_CHALLENGE_METHOD,
                OIDCConfigAttributes.REQUEST_OBJECT_REQUIRED,
                "require.pushed.authorization.requests"
            })
    void keycloaksAttributesAreKnown(String name) {
        assertThat(ClientRule.problemWhenWritten(with(name, "true"))).isPresent();
    }
}
