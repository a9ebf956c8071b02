package org.workfrontoauth2.server.administration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.workfrontoauth2.server.harness.Caller;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.walkthrough.Answer;

/** The ways of Keycloak's own by which a client is written. */
enum Door {
    CREATION {
        @Override
        Answer write(OwnRealm realm, ObjectNode client) {
            return realm.as(OwnRealm.MANAGER).post("/clients", client);
        }
    },
    CHANGE {
        @Override
        void prepare(OwnRealm realm, String clientId) {
            created(realm.as(OwnRealm.MANAGER).post("/clients", Prohibition.application(clientId)));
        }

        @Override
        Answer write(OwnRealm realm, ObjectNode client) {
            return realm.as(OwnRealm.MANAGER).put(address(realm, client), client);
        }
    },
    ORDINARY_CLIENT_TURNED {
        @Override
        void prepare(OwnRealm realm, String clientId) {
            ObjectNode client = Prohibition.application(clientId);
            client.remove("attributes");
            created(realm.as(OwnRealm.MANAGER).post("/clients", client));
        }

        @Override
        Answer write(OwnRealm realm, ObjectNode client) {
            return realm.as(OwnRealm.MANAGER).put(address(realm, client), client);
        }
    },
    REGISTRATION {
        @Override
        Answer write(OwnRealm realm, ObjectNode client) {
            return registrations(realm).post("/default", client);
        }
    },
    /** By an administrator: a client's own token for registrations makes no application of it. */
    REGISTERED_CLIENT_TURNED {
        @Override
        void prepare(OwnRealm realm, String clientId) {
            ObjectNode client = Prohibition.application(clientId);
            client.remove("attributes");
            created(registrations(realm).post("/default", client));
        }

        @Override
        Answer write(OwnRealm realm, ObjectNode client) {
            return registrations(realm).put("/default/" + client.get("clientId").asText(), client);
        }
    },
    PARTIAL_IMPORT {
        @Override
        Answer write(OwnRealm realm, ObjectNode client) {
            return realm.as(OwnRealm.OWNER)
                    .post("/partialImport", Map.of("ifResourceExists", "FAIL", "clients", List.of(client)));
        }
    },
    OVERWRITING_PARTIAL_IMPORT {
        @Override
        void prepare(OwnRealm realm, String clientId) {
            CHANGE.prepare(realm, clientId);
        }

        @Override
        Answer write(OwnRealm realm, ObjectNode client) {
            return realm.as(OwnRealm.OWNER)
                    .post("/partialImport", Map.of("ifResourceExists", "OVERWRITE", "clients", List.of(client)));
        }
    };

    /** What has to be there before. */
    void prepare(OwnRealm realm, String clientId) {}

    abstract Answer write(OwnRealm realm, ObjectNode client);

    /** Of a realm manager, who may create clients there. */
    private static Caller registrations(OwnRealm realm) {
        return new Caller(
                realm.server(),
                realm.base() + "/realms/" + realm.name() + "/clients-registrations",
                realm.as(OwnRealm.MANAGER).token());
    }

    private static String address(OwnRealm realm, ObjectNode client) {
        JsonNode found = realm.realm().clients().find(client.get("clientId").asText());
        return "/clients/" + found.get("id").asText();
    }

    private static void created(Answer answer) {
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.toString());
        }
    }
}
