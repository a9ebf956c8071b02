package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.workfrontoauth2.server.harness.Caller;
import org.workfrontoauth2.walkthrough.Answer;

/**
 * What keycloak-config-cli (adorsys/keycloak-config-cli, its {@code RealmImportService} and {@code ClientImportService})
 * sends for a realm file: the realm without its clients, then each client: created, or read, merged with the file and
 * written again as a whole if anything differs. It is no artifact of a Maven repository, so its requests are made here.
 */
final class ConfigCli {

    private final Caller administrator;

    /** What was written, such as {@code PUT} for a client. */
    private final List<String> writes = new ArrayList<>();

    ConfigCli(Caller administrator) {
        this.administrator = administrator;
    }

    /** Imports a realm file into the realm; which clients were written. */
    List<String> run(ObjectNode file) {
        writes.clear();
        ObjectNode realm = file.deepCopy();
        realm.remove("clients");
        done(administrator.put("", realm));
        file.path("clients").forEach(client -> write((ObjectNode) client));
        keepChecksum();
        return List.copyOf(writes);
    }

    private void write(ObjectNode client) {
        JsonNode found = administrator
                .get("/clients?clientId=" + client.get("clientId").asText())
                .body();
        if (found.isEmpty()) {
            done(administrator.post("/clients", client));
            writes.add("POST " + client.get("clientId").asText());
            return;
        }
        ObjectNode merged = found.get(0).deepCopy();
        client.properties().forEach(member -> {
            if (member.getKey().equals("attributes")) {
                merged.withObject("/attributes").setAll((ObjectNode) member.getValue());
            } else {
                merged.set(member.getKey(), member.getValue());
            }
        });
        if (!merged.equals(found.get(0))) {
            done(administrator.put("/clients/" + merged.get("id").asText(), merged));
            writes.add("PUT " + client.get("clientId").asText());
        }
    }

    /** It reads the realm's attributes and writes all of them with one more. */
    private void keepChecksum() {
        ObjectNode realm = (ObjectNode) administrator.get("").body();
        realm.withObject("/attributes").put("de.adorsys.keycloak.config.import-checksum-default", "0123");
        done(administrator.put("", realm));
    }

    private static void done(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isIn(201, 204);
    }
}
