package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.workfrontoauth2.server.harness.Caller;
import org.workfrontoauth2.walkthrough.Answer;

/**
 * What Terraform's provider (keycloak/terraform-provider-keycloak, {@code keycloak/openid_client.go} and {@code
 * provider/resource_keycloak_openid_client.go}) sends for a {@code keycloak_openid_client}: every field it knows, with a
 * value of its own where the configuration has none; then it reads what became of it, and remembers that for the next time.
 */
final class Terraform {

    /** What is sent where neither the configuration nor what was read says anything. */
    private static final String UNSAID = """
            {
              "name": "", "description": "", "protocol": "openid-connect", "clientAuthenticatorType": "client-secret",
              "enabled": true, "publicClient": false, "bearerOnly": false, "standardFlowEnabled": false,
              "implicitFlowEnabled": false, "directAccessGrantsEnabled": false, "serviceAccountsEnabled": false,
              "frontchannelLogout": false, "authorizationServicesEnabled": false, "redirectUris": [], "webOrigins": [],
              "adminUrl": "", "baseUrl": "", "fullScopeAllowed": true, "consentRequired": false,
              "authenticationFlowBindingOverrides": {"browser": "", "direct_grant": ""}, "alwaysDisplayInConsole": false,
              "attributes": {
                "pkce.code.challenge.method": "", "exclude.session.state.from.auth.response": "false",
                "exclude.issuer.from.auth.response": "false", "access.token.lifespan": "", "login_theme": "",
                "display.on.consent.screen": "false", "consent.screen.text": "", "use.refresh.tokens": "true",
                "client_credentials.use_refresh_token": "false", "backchannel.logout.url": "",
                "frontchannel.logout.url": "", "backchannel.logout.revoke.offline.tokens": "false",
                "backchannel.logout.session.required": "true", "oauth2.device.authorization.grant.enabled": "false",
                "oauth2.jwt.authorization.grant.enabled": "false"
              }
            }
            """;

    /** Fields of which the schema says {@code Computed}: without a word in the configuration, what was read stays. */
    private static final List<String> COMPUTED = List.of(
            "/standardFlowEnabled",
            "/implicitFlowEnabled",
            "/directAccessGrantsEnabled",
            "/serviceAccountsEnabled",
            "/frontchannelLogout",
            "/consentRequired",
            "/redirectUris",
            "/webOrigins",
            "/attributes/exclude.session.state.from.auth.response",
            "/attributes/exclude.issuer.from.auth.response",
            "/attributes/access.token.lifespan",
            "/attributes/display.on.consent.screen");

    /** Fields that are not compared without a word in the configuration. */
    private static final List<String> SUPPRESSED =
            List.of("/name", "/description", "/adminUrl", "/baseUrl", "/attributes/consent.screen.text");

    private final Caller clients;
    private final ObjectNode configuration;
    private String id = "";
    private JsonNode state;

    Terraform(Caller administrator, ObjectNode configuration) {
        this.clients = administrator.below("/clients");
        this.configuration = configuration;
    }

    /** {@code terraform apply}: creates it, or changes it; then reads it. */
    Answer apply() {
        Answer answer = id.isEmpty() ? clients.post("", body()) : clients.put("/" + id, body());
        if (answer.status() == 201) {
            String location = answer.headers().first("Location").orElseThrow();
            id = location.substring(location.lastIndexOf('/') + 1);
        }
        if (!id.isEmpty()) {
            refresh();
        }
        return answer;
    }

    private void refresh() {
        Answer client = clients.get("/" + id);
        Answer secret = clients.get("/" + id + "/client-secret");
        assertThat(client.status()).isEqualTo(200);
        assertThat(secret.status()).isEqualTo(200);
        ObjectNode read = client.body().deepCopy();
        if (secret.body().hasNonNull("value")) {
            read.set("secret", secret.body().get("value"));
        }
        state = read;
    }

    /** {@code terraform plan}: which fields it would change. */
    List<String> plan() {
        refresh();
        List<String> differences = new ArrayList<>();
        compare("", body(), differences);
        return differences;
    }

    private void compare(String path, JsonNode wanted, List<String> differences) {
        for (Map.Entry<String, JsonNode> member : wanted.properties()) {
            String field = path + "/" + member.getKey();
            JsonNode value = member.getValue();
            if (value.isObject() && !field.equals("/authenticationFlowBindingOverrides")) {
                compare(field, value, differences);
            } else if (!SUPPRESSED.contains(field) || configured(field)) {
                String present = at(state, field).asText("");
                boolean same = value.isArray()
                        ? value.equals(at(state, field))
                        : value.asText("").equals(present);
                boolean nothing = value.isObject() || value.asText("").equals("false") && present.isEmpty();
                if (!same && !nothing) {
                    differences.add(field);
                }
            }
        }
    }

    private ObjectNode body() {
        ObjectNode body = read(UNSAID);
        if (state != null) {
            COMPUTED.forEach(field -> copy(state, field, body));
        }
        merge(configuration, body);
        return body;
    }

    private boolean configured(String field) {
        return !at(configuration, field).isMissingNode();
    }

    private static void copy(JsonNode from, String field, ObjectNode to) {
        JsonNode value = at(from, field);
        if (!value.isMissingNode()) {
            int end = field.lastIndexOf('/');
            (end == 0 ? to : to.withObject(field.substring(0, end))).set(field.substring(end + 1), value);
        }
    }

    private static void merge(ObjectNode from, ObjectNode into) {
        from.properties().forEach(member -> {
            if (member.getValue() instanceof ObjectNode object) {
                merge(object, into.withObject("/" + member.getKey()));
            } else {
                into.set(member.getKey(), member.getValue());
            }
        });
    }

    private static JsonNode at(JsonNode node, String field) {
        return node.at(field);
    }

    private static ObjectNode read(String json) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
