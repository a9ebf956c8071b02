package org.workfrontoauth2.keycloak.registration;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.workfrontoauth2.contract.Refused;
import org.workfrontoauth2.contract.registration.ClientTokenAnswer;
import org.workfrontoauth2.contract.registration.ClientTokenRequest;
import org.workfrontoauth2.contract.registration.RegistrationDialect;
import org.workfrontoauth2.contract.registration.RegistrationRefusal;
import org.workfrontoauth2.contract.registration.RegistrationSettings;
import org.workfrontoauth2.keycloak.call.PostedTo;
import org.workfrontoauth2.keycloak.mount.RawBody;
import org.workfrontoauth2.keycloak.mount.SecretQuery;
import org.workfrontoauth2.keycloak.storage.RegisteredClientEntity;

/** {@code /o/client/token}: a client gets an access token, as often as it likes (registration, section 2). */
public final class ClientTokenResource extends PostedTo {

    private final KeycloakSession session;

    ClientTokenResource(KeycloakSession session) {
        super(session, RegistrationDialect.REGISTRATION, "POST");
        this.session = session;
    }

    /**
     * Issues an access token.
     *
     * @return 201; 400 {@code invalid_request}, {@code invalid_client}, {@code unauthorized_client} or {@code
     *     unsupported_grant_type}; 429
     */
    @POST
    public Response token(InputStream body) {
        RegistrationCall call = new RegistrationCall(session, EventType.CLIENT_LOGIN);
        call.event().detail(Details.GRANT_TYPE, "client_credentials");
        return call.answer(() -> {
            RegistrationSettings settings = Registration.settings(call.realm());
            ClientTokenRequest request = ClientTokenRequest.read(new ClientTokenRequest.Sent(
                    RawBody.contentType(),
                    call.authorization(),
                    SecretQuery.of(),
                    settings.queryCounts(),
                    ByteBuffer.wrap(call.bytes(body))));
            call.device();
            RegisteredClientEntity client = authenticated(call, request);
            Instant now = Registration.now();
            ClientTokenAnswer answer = new ClientTokens(session, call.realm()).issue(client, settings.tokenLife(), now);
            call.event().detail(Details.TOKEN_ID, answer.token().id().toString());
            new LastTokens(session).of(client, now);
            return call.done(ClientTokenAnswer.STATUS, answer.members());
        });
    }

    private RegisteredClientEntity authenticated(RegistrationCall call, ClientTokenRequest request) throws Refused {
        RegisteredClients.Found found = new RegisteredClients(session)
                .find(call.realm(), request.clientId())
                .orElseThrow(() -> new Refused(RegistrationRefusal.UNKNOWN_CLIENT));
        call.event().client(found.client().id());
        if (!found.client().hasSecret(request.secret())) {
            throw new Refused(RegistrationRefusal.WRONG_SECRET);
        }
        call.event().detail("software_id", found.application().id());
        if (found.application().revoked()) {
            throw new Refused(RegistrationRefusal.REVOKED_CLIENT);
        }
        return found.client();
    }
}
