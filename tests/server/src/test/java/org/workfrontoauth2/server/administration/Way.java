package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.workfrontoauth2.server.harness.Applications;
import org.workfrontoauth2.server.harness.Caller;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.walkthrough.Answer;

/** The ways in which other tools create an application: they send what it is, and leave the rest to the server. */
enum Way {
    POST {
        @Override
        void send(OwnRealm realm, ObjectNode client) {
            done(realm.as(OwnRealm.MANAGER).post("/clients", client));
        }
    },

    /** As {@code kcadm.sh create clients} does. */
    POST_WITHOUT_PROTOCOL {
        @Override
        void send(OwnRealm realm, ObjectNode client) {
            client.remove("protocol");
            POST.send(realm, client);
        }
    },

    /** A client with a secret, scopes and the flows that Keycloak gives it, that is said to be an application. */
    ORDINARY_CLIENT_TURNED {
        @Override
        void send(OwnRealm realm, ObjectNode client) {
            ObjectNode ordinary = client.deepCopy();
            ordinary.remove("attributes");
            POST.send(realm, ordinary);
            Map<String, Object> turned =
                    Map.of("clientId", client.get("clientId"), "attributes", client.get("attributes"));
            done(realm.as(OwnRealm.MANAGER).put(address(realm, client), turned));
        }
    },

    /** As {@code kcreg.sh create} does. */
    REGISTRATION {
        @Override
        void send(OwnRealm realm, ObjectNode client) {
            Caller registrations = new Caller(
                    realm.server(),
                    realm.base() + "/realms/" + realm.name() + "/clients-registrations",
                    realm.as(OwnRealm.MANAGER).token());
            done(registrations.post("/default", client));
        }
    },

    PARTIAL_IMPORT {
        @Override
        void send(OwnRealm realm, ObjectNode client) {
            done(realm.as(OwnRealm.OWNER)
                    .post("/partialImport", Map.of("ifResourceExists", "FAIL", "clients", List.of(client))));
        }
    },

    WHOLE_REALM {
        @Override
        JsonNode create(OwnRealm beside, ObjectNode client) {
            String name = beside.name() + "-imported";
            Caller administrator = new Caller(
                    beside.server(),
                    beside.base() + "/admin/realms",
                    beside.keycloak().admin().token());
            done(administrator.post(
                    "",
                    Map.of(
                            "realm",
                            name,
                            "enabled",
                            true,
                            "attributes",
                            Map.of("workfront.enabled", "true"),
                            "clients",
                            List.of(client))));
            try {
                return administrator
                        .get("/" + name + "/clients?clientId="
                                + client.get("clientId").asText())
                        .body()
                        .get(0);
            } finally {
                administrator.delete("/" + name);
            }
        }
    };

    void send(OwnRealm realm, ObjectNode client) {
        throw new UnsupportedOperationException();
    }

    /** The client as Keycloak's own interface shows it afterwards. */
    JsonNode create(OwnRealm realm, ObjectNode client) {
        send(realm, client);
        return realm.realm().clients().find(client.get("clientId").asText());
    }

    /** What says that it is an application of this type, and nothing more. */
    static ObjectNode barely(String type, String clientId) {
        ObjectNode client = JsonNodeFactory.instance
                .objectNode()
                .put("clientId", clientId)
                .put("name", "Report")
                .put("protocol", "openid-connect");
        client.withObject("/attributes").put("workfront.application.type", type);
        if (!type.equals("machine-to-machine")) {
            client.putArray("redirectUris").add(Applications.REDIRECT_URL);
        }
        return client;
    }

    private static String address(OwnRealm realm, ObjectNode client) {
        return "/clients/" + realm.realm().clients().uuid(client.get("clientId").asText());
    }

    private static void done(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isIn(200, 201, 204);
    }
}
