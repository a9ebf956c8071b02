package org.workfrontoauth2.keycloak.session;

import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.workfrontoauth2.contract.ApiRequest;
import org.workfrontoauth2.contract.Refused;
import org.workfrontoauth2.contract.SessionIdCarrier;
import org.workfrontoauth2.contract.TokenRequest;
import org.workfrontoauth2.contract.gateway.VerifySettings;
import org.workfrontoauth2.keycloak.call.BodyBytes;
import org.workfrontoauth2.keycloak.call.Encryption;
import org.workfrontoauth2.keycloak.mount.RawBody;
import org.workfrontoauth2.keycloak.mount.SecretQuery;

/** A request to Workfront's API with a valid session ID (contract, section 6). */
final class ApiCall {

    private final KeycloakSession session;
    private final RealmModel realm;

    ApiCall(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /** A GET. */
    ApiRequest get() {
        return ApiRequest.get(query());
    }

    /** A POST that says it is a GET. */
    ApiRequest post(InputStream body) throws Refused {
        byte[] bytes = BodyBytes.of(body, TokenRequest.MAX_BYTES);
        return ApiRequest.post(query(), RawBody.contentType(), bytes);
    }

    private List<Map.Entry<String, String>> query() {
        return ApiRequest.query(
                SecretQuery.of(), VerifySettings.read(realm::getAttribute).queryCounts());
    }

    /** The session ID, wherever it is but in a cookie. */
    Optional<SessionIds.Live> live(ApiRequest request) throws Refused {
        return live(request, List.of());
    }

    /** The same, in a cookie too. */
    Optional<SessionIds.Live> liveWithCookie(ApiRequest request) throws Refused {
        return live(request, header(HttpHeaders.COOKIE));
    }

    private Optional<SessionIds.Live> live(ApiRequest request, List<String> cookies) throws Refused {
        Encryption.require(session);
        @Nullable
        String authorization =
                session.getContext().getHttpRequest().getHttpHeaders().getHeaderString(HttpHeaders.AUTHORIZATION);
        return request.sessionId(header(SessionIdCarrier.NAME), authorization, cookies)
                .flatMap(text -> new SessionIds(session, realm).live(text));
    }

    private List<String> header(String name) {
        List<String> values =
                session.getContext().getHttpRequest().getHttpHeaders().getRequestHeader(name);
        return values == null ? List.of() : values;
    }
}
