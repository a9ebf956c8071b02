package org.workfrontoauth2.server.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A realm's keys. */
public final class Keys {

    private static final String TYPE = "org.keycloak.keys.KeyProvider";

    private final Admin admin;
    private final String realm;

    Keys(Admin admin, String realm) {
        this.admin = admin;
        this.realm = realm;
    }

    /** New keys take over; those in use until now stay, passive: they verify and sign nothing more. */
    public void rotate() {
        JsonNode old = admin.get(realm + "/components?type=" + TYPE);
        add("hmac-generated", Map.of("algorithm", List.of("HS512"), "secretSize", List.of("64")));
        add("aes-generated", Map.of("secretSize", List.of("16")));
        add("rsa-generated", Map.of("algorithm", List.of("RS256"), "keySize", List.of("2048")));
        for (JsonNode component : old) {
            ((ObjectNode) component.get("config")).putPOJO("active", List.of("false"));
            admin.put(realm + "/components/" + component.get("id").asText(), component);
        }
    }

    /** Takes the key providers away that are passive: what they protected is worthless from then on. */
    public void removePassive() {
        for (JsonNode component : admin.get(realm + "/components?type=" + TYPE)) {
            if ("false".equals(component.at("/config/active/0").asText())) {
                admin.delete(realm + "/components/" + component.get("id").asText());
            }
        }
    }

    private void add(String provider, Map<String, List<String>> config) {
        Map<String, List<String>> all = new HashMap<>(config);
        all.put("priority", List.of("200"));
        all.put("enabled", List.of("true"));
        all.put("active", List.of("true"));
        String realmId = admin.get(realm).get("id").asText();
        admin.post(
                realm + "/components",
                Map.of(
                        "name",
                        Realm.unique(provider),
                        "providerId",
                        provider,
                        "providerType",
                        TYPE,
                        "parentId",
                        realmId,
                        "config",
                        all));
    }
}
