package org.workfrontoauth2.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The description of this authorization server (RFC 8414; contract, section 8). */
public final class Metadata {

    private Metadata() {}

    /**
     * @param issuer the issuer, also {@code iss} of authorization answers
     * @param base what stands before {@code /integrations/oauth2}
     * @param standard base of the realm's standard endpoints
     */
    public static Map<String, Object> of(String issuer, String base, String standard) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("issuer", issuer);
        document.put("authorization_endpoint", ContractPath.below(base, ContractPath.AUTHORIZE));
        document.put("token_endpoint", ContractPath.below(base, ContractPath.TOKEN));
        document.put("introspection_endpoint", standard + "/token/introspect");
        document.put("revocation_endpoint", standard + "/revoke");
        document.put("response_types_supported", List.of("code"));
        document.put("response_modes_supported", List.of("query"));
        document.put("grant_types_supported", List.of("authorization_code", "refresh_token"));
        document.put(
                "token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post", "none"));
        document.put(
                "revocation_endpoint_auth_methods_supported",
                List.of("client_secret_basic", "client_secret_post", "none"));
        document.put(
                "introspection_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post"));
        document.put("code_challenge_methods_supported", List.of("S256"));
        document.put("authorization_response_iss_parameter_supported", true);
        return document;
    }
}
