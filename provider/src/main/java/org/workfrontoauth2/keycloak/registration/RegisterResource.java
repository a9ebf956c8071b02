package org.workfrontoauth2.keycloak.registration;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.workfrontoauth2.contract.Refused;
import org.workfrontoauth2.contract.registration.DeviceInfo;
import org.workfrontoauth2.contract.registration.RegisterAnswer;
import org.workfrontoauth2.contract.registration.RegisterRequest;
import org.workfrontoauth2.contract.registration.RegisteredApplication;
import org.workfrontoauth2.contract.registration.RegistrationDialect;
import org.workfrontoauth2.contract.registration.RegistrationRefusal;
import org.workfrontoauth2.keycloak.call.PostedTo;
import org.workfrontoauth2.keycloak.mount.RawBody;
import org.workfrontoauth2.keycloak.storage.RegisteredApplicationEntity;

/** {@code /o/client/register}: a device becomes a client (registration, section 1). */
public final class RegisterResource extends PostedTo {

    private final KeycloakSession session;

    RegisterResource(KeycloakSession session) {
        super(session, RegistrationDialect.REGISTRATION, "POST");
        this.session = session;
    }

    /**
     * Registers a client with a software statement; each call makes a new one.
     *
     * @return 201 with the credentials, the only time the secret is shown; 400 {@code invalid_request},
     *     {@code invalid_redirect_uri}, {@code invalid_software_statement} or {@code unapproved_software_statement}; 429
     */
    @POST
    public Response register(InputStream body) {
        RegistrationCall call = new RegistrationCall(session, EventType.CLIENT_REGISTER);
        return call.answer(() -> {
            DeviceInfo device = call.device();
            RegisterRequest request = RegisterRequest.read(RawBody.contentType(), call.bytes(body));
            RegisteredApplication application = approved(call, request);
            Instant now = Registration.now();
            RegisteredClients.New registered = register(application, request, device, now);
            call.event().client(registered.client().id());
            RegisterAnswer answer = new RegisterAnswer(
                    registered.client().id(), registered.secret(), now, request.redirectUri(), application.scopes());
            return call.done(RegisterAnswer.STATUS, answer.members());
        });
    }

    /** What a stranger says about an application is recorded only once the signature is known to be ours. */
    private RegisteredApplication approved(RegistrationCall call, RegisterRequest request) throws Refused {
        new Statements(session, call.realm()).requireSignature(request.statement());
        String softwareId = request.statement().softwareId();
        call.event().detail("software_id", softwareId);
        RegisteredApplication application = new RegisteredApplications(session, call.realm())
                .find(softwareId)
                .map(RegisteredApplicationEntity::application)
                .orElseThrow(() -> new Refused(RegistrationRefusal.STATEMENT_GONE));
        application.require(request.statement());
        application.targets().require(request.redirectUri());
        return application;
    }

    private RegisteredClients.New register(
            RegisteredApplication application, RegisterRequest request, DeviceInfo device, Instant now) throws Refused {
        try {
            return new RegisteredClients(session).register(application, request.redirectUri(), device, now);
        } catch (ModelException failed) {
            session.getTransactionManager().setRollbackOnly();
            if (isThere(application)) {
                throw failed;
            }
            throw new Refused(RegistrationRefusal.STATEMENT_GONE);
        }
    }

    /** Asked in a transaction of its own: in one that has failed there is nothing to be read any more. */
    private boolean isThere(RegisteredApplication application) {
        String realmId = session.getContext().getRealm().getId();
        return KeycloakModelUtils.runJobInTransactionWithResult(
                session.getKeycloakSessionFactory(),
                own -> Optional.ofNullable(own.realms().getRealm(realmId))
                        .flatMap(realm -> new RegisteredApplications(own, realm).find(application.id()))
                        .isPresent());
    }
}
