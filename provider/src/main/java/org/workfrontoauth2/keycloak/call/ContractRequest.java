package org.workfrontoauth2.keycloak.call;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.security.cert.X509Certificate;
import java.util.Map;
import org.keycloak.http.FormPartValue;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakSession;

/**
 * The request as Keycloak's own endpoints see it: with the parameters of the contract and no others, whatever form they
 * were sent in.
 */
public final class ContractRequest implements HttpRequest {

    private final HttpRequest sent;
    private final MultivaluedMap<String, String> parameters;

    private ContractRequest(HttpRequest sent, Map<String, String> parameters) {
        this.sent = sent;
        this.parameters = new MultivaluedHashMap<>(parameters);
    }

    /** From here on, Keycloak sees these parameters. */
    public static void enter(KeycloakSession session, Map<String, String> parameters) {
        session.getContext()
                .setHttpRequest(new ContractRequest(session.getContext().getHttpRequest(), parameters));
    }

    @Override
    public MultivaluedMap<String, String> getDecodedFormParameters() {
        return parameters;
    }

    @Override
    public MultivaluedMap<String, FormPartValue> getMultiPartFormParameters() {
        return new MultivaluedHashMap<>();
    }

    @Override
    public String getHttpMethod() {
        return sent.getHttpMethod();
    }

    @Override
    public HttpHeaders getHttpHeaders() {
        return sent.getHttpHeaders();
    }

    @Override
    public X509Certificate[] getClientCertificateChain() {
        return sent.getClientCertificateChain();
    }

    @Override
    public UriInfo getUri() {
        return sent.getUri();
    }

    @Override
    public boolean isProxyTrusted() {
        return sent.isProxyTrusted();
    }
}
