package org.workfrontoauth2.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The realm that a {@link Setup} describes, as Keycloak imports it: the demo's, with other clients and users. */
final class RealmFile {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DEMO = "acme-realm.json";

    /** The demo's settings of applications; those of a setup have the product's defaults instead. */
    private static final List<String> DEMOS_SETTINGS = List.of(
            "workfront.rotate",
            "workfront.grace.seconds",
            "client.offline.session.max.lifespan",
            "client.offline.session.idle.timeout");

    private RealmFile() {}

    /** Writes the file into the folder from which the server imports, under the name it expects. */
    static void write(Setup setup, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(setup.organisation() + "-realm.json"), of(setup));
    }

    static String of(Setup setup) {
        ObjectNode realm = demo();
        realm.put("realm", setup.organisation());
        realm.put("displayName", setup.organisation());
        ObjectNode attributes = realm.withObject("/attributes");
        attributes.remove(List.of("workfront.registration.enabled", "workfront.registered.applications"));

        Map<String, ObjectNode> demos = new HashMap<>();
        realm.get("clients").forEach(client -> demos.put(client.get("clientId").asText(), (ObjectNode) client));
        ArrayNode clients = realm.putArray("clients");
        clients.add(api(demos));
        setup.applications().forEach(application -> clients.add(client(application, demos)));

        ObjectNode like = realm.get("users").get(1).deepCopy();
        ArrayNode users = realm.putArray("users");
        setup.users().forEach(user -> users.add(user(user, like.deepCopy(), setup)));
        return realm.toPrettyString();
    }

    /** What the demo's realm has as the organisation's customer ID: the {@code iss} of JWTs. */
    static String customerId() {
        return demo().at("/attributes/workfront.customer.id").asText();
    }

    private static ObjectNode api(Map<String, ObjectNode> demos) {
        return like("acme-api", demos)
                .put("clientId", Setup.API)
                .put("name", "API")
                .put("secret", Setup.secret(Setup.API));
    }

    private static ObjectNode client(Application application, Map<String, ObjectNode> demos) {
        ObjectNode client = like(
                switch (application.type()) {
                    case WEB -> "acme-web";
                    case SINGLE_PAGE -> "acme-spa";
                    case MACHINE_TO_MACHINE -> "acme-m2m";
                },
                demos);
        client.put("clientId", application.clientId());
        client.put("name", application.clientId());
        client.remove("description");
        if (application.type().hasRedirectUrls()) {
            ArrayNode urls = client.putArray("redirectUris");
            application.redirectUrls().forEach(urls::add);
        }
        ObjectNode attributes = client.withObject("/attributes");
        attributes.remove(DEMOS_SETTINGS);
        if (application.secret() != null) {
            attributes.put("workfront.secret.sha256", sha256(application.secret()));
        }
        application.settings().forEach(attributes::put);
        return client;
    }

    private static ObjectNode user(User user, ObjectNode like, Setup setup) {
        like.put("username", user.username());
        like.put("firstName", user.username());
        like.put("lastName", "Test");
        like.put("email", user.username().replace('@', '-') + "@" + setup.organisation() + ".example");
        like.putObject("attributes").putArray("wid").add(user.wid());
        like.putArray("credentials").addObject().put("type", "password").put("value", user.password());
        like.putArray("realmRoles").add("default-roles-" + setup.organisation());
        return like;
    }

    private static ObjectNode like(String clientId, Map<String, ObjectNode> demos) {
        return Objects.requireNonNull(demos.get(clientId)).deepCopy();
    }

    private static ObjectNode demo() {
        try (InputStream file = Objects.requireNonNull(RealmFile.class.getResourceAsStream(DEMO), DEMO)) {
            JsonNode realm = JSON.readTree(file);
            return (ObjectNode) realm;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
