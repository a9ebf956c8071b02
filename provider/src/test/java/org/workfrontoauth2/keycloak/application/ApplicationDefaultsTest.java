package org.workfrontoauth2.keycloak.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.workfrontoauth2.contract.ApplicationType;

class ApplicationDefaultsTest {

    @ParameterizedTest
    @CsvSource({"WEB, false, true", "SINGLE_PAGE, true, true", "MACHINE_TO_MACHINE, false, false"})
    void whatIsLeftOutIsWhatTheTypeNeeds(ApplicationType type, boolean publicClient, boolean standardFlow) {
        ClientRepresentation client = new ClientRepresentation();

        ApplicationDefaults.fillInNew(client, type);

        assertThat(client.isPublicClient()).isEqualTo(publicClient);
        assertThat(client.isStandardFlowEnabled()).isEqualTo(standardFlow);
        assertThat(client.isBearerOnly()).isFalse();
        assertThat(client.isImplicitFlowEnabled()).isFalse();
        assertThat(client.isDirectAccessGrantsEnabled()).isFalse();
        assertThat(client.isFullScopeAllowed()).isFalse();
        assertThat(client.getProtocol()).isEqualTo("openid-connect");
        assertThat(client.getClientAuthenticatorType()).isEqualTo("client-secret");
        assertThat(client.getDefaultClientScopes()).isEmpty();
        assertThat(client.getOptionalClientScopes()).isEmpty();
    }

    @Test
    void anEmptyTextCountsAsLeftOut() {
        ClientRepresentation client = new ClientRepresentation();
        client.setProtocol("");
        client.setClientAuthenticatorType("");

        ApplicationDefaults.fillIn(client, ApplicationType.WEB);

        assertThat(client.getProtocol()).isEqualTo("openid-connect");
        assertThat(client.getClientAuthenticatorType()).isEqualTo("client-secret");
    }

    /** So that it can be refused, if it contradicts the type. */
    @Test
    void whatWasSentStays() {
        ClientRepresentation client = new ClientRepresentation();
        client.setPublicClient(true);
        client.setStandardFlowEnabled(false);
        client.setDirectAccessGrantsEnabled(true);
        client.setFullScopeAllowed(true);
        client.setDefaultClientScopes(List.of("email"));

        ApplicationDefaults.fillInNew(client, ApplicationType.WEB);

        assertThat(client.isPublicClient()).isTrue();
        assertThat(client.isStandardFlowEnabled()).isFalse();
        assertThat(client.isDirectAccessGrantsEnabled()).isTrue();
        assertThat(client.isFullScopeAllowed()).isTrue();
        assertThat(client.getDefaultClientScopes()).containsExactly("email");
    }

    /** Its scopes are those that it has; whether it has a service account is not for a default to end. */
    @Test
    void aChangeDecidesNothingElse() {
        ClientRepresentation client = new ClientRepresentation();

        ApplicationDefaults.fillIn(client, ApplicationType.WEB);

        assertThat(client.isFullScopeAllowed()).isNull();
        assertThat(client.getDefaultClientScopes()).isNull();
        assertThat(client.isServiceAccountsEnabled()).isNull();
        assertThat(client.isEnabled()).isNull();
    }
}
