package org.workfrontoauth2.keycloak.administration;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserModel;
import org.workfrontoauth2.contract.AdministrationRefusal;
import org.workfrontoauth2.contract.AdministrationRefused;
import org.workfrontoauth2.contract.ApplicationType;
import org.workfrontoauth2.contract.KeyPairPem;
import org.workfrontoauth2.contract.PublicKeyPem;
import org.workfrontoauth2.contract.Sentence;
import org.workfrontoauth2.keycloak.credential.PublicKeys;
import org.workfrontoauth2.keycloak.grant.GrantEnds;
import org.workfrontoauth2.keycloak.grant.Grants;
import org.workfrontoauth2.keycloak.storage.PublicKeyEntity;

/**
 * {@code …/public-keys} and {@code …/key-pairs} of a machine to machine application (contract, section 2). A key
 * belongs to the caller, or to a user whom the caller may impersonate, because whoever has the private key can act on
 * behalf of that user.
 */
public final class PublicKeysResource {

    private static final String PEM = "pem";
    private static final String USER = "user";

    private final Administration administration;
    private final ApplicationResource application;

    PublicKeysResource(Administration administration, ApplicationResource application) {
        this.administration = administration;
        this.application = application;
    }

    /**
     * Adds a public key or the key of a certificate.
     *
     * @return 201 with the key; 400 {@code subject_required} if the caller does not have a user in this realm and names none;
     *     409 {@code conflict} when the application has this key, or {@value PublicKeys#MOST} others
     */
    @POST
    public Response add(InputStream body) {
        return administration.answer(() -> {
            ClientModel client = machine();
            Map<String, @Nullable Object> members = read(body, Set.of(PEM, USER));
            application.change(client);
            if (!(members.get(PEM) instanceof String pem)) {
                throw AdministrationRefusal.INVALID_REQUEST.because(Sentence.FIELD_PEM);
            }
            PublicKeyEntity added = add(client, PublicKeyPem.read(pem, Grants.now()), members);
            return application.answer(201, client, application.documents().publicKey(added));
        });
    }

    /** Makes a key pair: the private key is in this answer and nowhere else. */
    Response make(InputStream body) {
        return administration.answer(() -> {
            ClientModel client = machine();
            Map<String, @Nullable Object> members =
                    new AdministrationRequest(administration.session()).objectIfAny(body);
            requireOnly(members, Set.of(USER));
            KeyPairPem pair = KeyPairPem.generate();
            application.change(client);
            PublicKeyEntity added = add(client, pair.publicKey(), members);
            Map<String, Object> answer = application.documents().publicKey(added);
            answer.put("privateKey", pair.privateKey());
            return application.answer(201, client, answer);
        });
    }

    /** Deletes a key. The key, and what was issued for its user, stop working immediately. */
    @DELETE
    @Path("{kid}")
    public Response delete(@PathParam("kid") String kid) {
        return administration.answer(() -> {
            ClientModel client = application.managed();
            PublicKeys keys = new PublicKeys(administration.session());
            PublicKeyEntity key =
                    keys.find(client, kid).orElseThrow(() -> AdministrationRefusal.NOT_FOUND.because(Sentence.NO_KEY));
            keys.remove(key);
            new GrantEnds(administration.session()).endOfMachine(client, key.userId());
            application.record(OperationType.DELETE, null, "public-keys", kid);
            return Response.noContent().build();
        });
    }

    private ClientModel machine() throws AdministrationRefused {
        ClientModel client = application.manageable();
        if (ApplicationResource.type(client) != ApplicationType.MACHINE_TO_MACHINE) {
            throw AdministrationRefusal.INVALID_REQUEST.because(Sentence.KEYLESS);
        }
        return client;
    }

    private Map<String, @Nullable Object> read(InputStream body, Set<String> known) throws AdministrationRefused {
        Map<String, @Nullable Object> members = new AdministrationRequest(administration.session()).object(body);
        requireOnly(members, known);
        return members;
    }

    private static void requireOnly(Map<String, @Nullable Object> members, Set<String> known)
            throws AdministrationRefused {
        if (!known.containsAll(members.keySet())) {
            throw AdministrationRefusal.INVALID_REQUEST.because(Sentence.FIELD_UNKNOWN);
        }
    }

    private PublicKeyEntity add(ClientModel client, PublicKeyPem key, Map<String, @Nullable Object> members)
            throws AdministrationRefused {
        UserModel user = subject(members.get(USER));
        PublicKeys keys = new PublicKeys(administration.session());
        if (keys.find(client, key.kid()).isPresent()) {
            throw AdministrationRefusal.CONFLICT.because(Sentence.KEY_KNOWN);
        }
        // More than that are older than this rule; they go on working.
        if (keys.of(client).size() >= PublicKeys.MOST) {
            throw AdministrationRefusal.CONFLICT.because(Sentence.KEYS_FULL, PublicKeys.MOST);
        }
        PublicKeyEntity added = keys.add(client, user, key, administrator().getUsername());
        application.record(
                OperationType.CREATE,
                Map.of("kid", key.kid(), "fingerprint", key.fingerprint(), "user", user.getUsername()),
                "public-keys",
                key.kid());
        return added;
    }

    private UserModel administrator() {
        return administration.permissions().adminAuth().getUser();
    }

    private UserModel subject(@Nullable Object username) throws AdministrationRefused {
        boolean local = administration
                .permissions()
                .adminAuth()
                .getRealm()
                .getId()
                .equals(administration.realm().getId());
        if (username == null) {
            if (!local || administrator().getServiceAccountClientLink() != null) {
                throw AdministrationRefusal.SUBJECT_REQUIRED.because(Sentence.SUBJECT_REQUIRED);
            }
            return administrator();
        }
        if (local
                && username instanceof String name
                && administrator().getUsername().equalsIgnoreCase(name)) {
            return administrator();
        }
        UserModel user = username instanceof String named
                ? administration.session().users().getUserByUsername(administration.realm(), named)
                : null;
        if (user == null || user.getServiceAccountClientLink() != null) {
            if (!administration.permissions().users().canImpersonate()) {
                throw new ForbiddenException();
            }
            throw AdministrationRefusal.INVALID_REQUEST.because(Sentence.FIELD_USER);
        }
        administration.permissions().users().requireImpersonate(user);
        return user;
    }
}
