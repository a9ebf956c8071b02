package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Contract, section 8: the description of the authorization server (RFC 8414). */
class MetadataTest {

    private final Map<String, Object> metadata = Metadata.of(
            "https://acme.my.workfront.example",
            "https://acme.my.workfront.example",
            "https://keycloak.example/realms/acme/protocol/openid-connect");

    @Test
    void theIssuerIsTold() {
        assertThat(metadata)
                .containsEntry("issuer", "https://acme.my.workfront.example")
                .containsEntry("authorization_response_iss_parameter_supported", true);
    }

    @Test
    void endpointsAreTheContractsAndTheRealmsStandardOnes() {
        assertThat(metadata)
                .containsEntry(
                        "authorization_endpoint", "https://acme.my.workfront.example/integrations/oauth2/authorize")
                .containsEntry("token_endpoint", "https://acme.my.workfront.example/integrations/oauth2/api/v1/token")
                .containsEntry(
                        "introspection_endpoint",
                        "https://keycloak.example/realms/acme/protocol/openid-connect/token/introspect")
                .containsEntry(
                        "revocation_endpoint", "https://keycloak.example/realms/acme/protocol/openid-connect/revoke");
    }

    @Test
    void onlyWhatTheContractHasIsSupported() {
        assertThat(metadata)
                .containsEntry("response_types_supported", List.of("code"))
                .containsEntry("response_modes_supported", List.of("query"))
                .containsEntry("grant_types_supported", List.of("authorization_code", "refresh_token"))
                .containsEntry("code_challenge_methods_supported", List.of("S256"));
    }

    @Test
    void onlyIntrospectionNeedsASecret() {
        List<String> all = List.of("client_secret_basic", "client_secret_post", "none");

        assertThat(metadata)
                .containsEntry("token_endpoint_auth_methods_supported", all)
                .containsEntry("revocation_endpoint_auth_methods_supported", all)
                .containsEntry(
                        "introspection_endpoint_auth_methods_supported",
                        List.of("client_secret_basic", "client_secret_post"));
    }

    /** RFC 8414, 3.2: members without a value are left out. */
    @Test
    void nothingIsEmpty() {
        assertThat(metadata)
                .hasSize(13)
                .allSatisfy((name, value) ->
                        assertThat(value).isNotNull().isNotEqualTo("").isNotEqualTo(List.of()));
    }
}
