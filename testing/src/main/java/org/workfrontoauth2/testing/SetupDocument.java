package org.workfrontoauth2.testing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A {@link Setup} as JSON: the value of the variable {@code WORKFRONT_TEST_SETUP} that the image for tests reads. */
final class SetupDocument {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private SetupDocument() {}

    static String write(Setup setup) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("organisation", setup.organisation());
        ArrayNode applications = document.putArray("applications");
        for (Application application : setup.applications()) {
            ObjectNode written = applications
                    .addObject()
                    .put("type", application.type().text())
                    .put("clientId", application.clientId());
            if (application.secret() != null) {
                written.put("secret", application.secret());
            }
            if (!application.redirectUrls().isEmpty()) {
                ArrayNode urls = written.putArray("redirectUrls");
                application.redirectUrls().forEach(urls::add);
            }
            if (!application.settings().isEmpty()) {
                ObjectNode settings = written.putObject("settings");
                application.settings().forEach(settings::put);
            }
        }
        ArrayNode users = document.putArray("users");
        for (User user : setup.users()) {
            users.addObject()
                    .put("username", user.username())
                    .put("password", user.password())
                    .put("wid", user.wid());
        }
        return document.toString();
    }

    /**
     * Reads a document strictly: what it does not know, it does not leave out.
     *
     * @throws InvalidSetup if the text is no such document
     */
    static Setup read(String text) {
        JsonNode document = tree(text);
        require(document, "the setup", Set.of("organisation", "applications", "users"));
        List<Application> applications = new ArrayList<>();
        for (JsonNode application : list(document, "applications")) {
            applications.add(application(application));
        }
        List<User> users = new ArrayList<>();
        for (JsonNode user : list(document, "users")) {
            users.add(user(user));
        }
        return new Setup(text(document, "organisation", "acme"), applications, users);
    }

    private static Application application(JsonNode document) {
        require(document, "an application", Set.of("type", "clientId", "secret", "redirectUrls", "settings"));
        ApplicationType type = ApplicationType.of(text(document, "type", null));
        String clientId = text(document, "clientId", null);
        String secret = null;
        if (type.hasSecret()) {
            secret = text(document, "secret", Setup.secret(clientId));
        } else if (document.has("secret")) {
            throw new InvalidSetup("The application " + clientId + " cannot have a secret.");
        }
        List<String> redirectUrls = new ArrayList<>();
        for (JsonNode url : list(document, "redirectUrls")) {
            redirectUrls.add(text(url, "a redirect URL"));
        }
        Map<String, String> settings = new LinkedHashMap<>();
        if (document.has("settings")) {
            require(document.get("settings"), "the settings of " + clientId, Application.SETTINGS);
            document.get("settings")
                    .fieldNames()
                    .forEachRemaining(name ->
                            settings.put(name, text(document.get("settings").get(name), name)));
        }
        return new Application(type, clientId, secret, redirectUrls, settings);
    }

    private static User user(JsonNode document) {
        require(document, "a user", Set.of("username", "password", "wid"));
        String username = text(document, "username", null);
        return new User(username, text(document, "password", username), text(document, "wid", User.wid(username)));
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            // Not its message, which repeats what it read: a secret could be in it.
            throw new InvalidSetup("The setup is not JSON" + where(e) + ".");
        }
    }

    private static String where(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : ", see line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }

    private static void require(JsonNode object, String what, Set<String> members) {
        if (!object.isObject()) {
            throw new InvalidSetup("What should be " + what + " is not a JSON object.");
        }
        object.fieldNames().forEachRemaining(name -> {
            if (!members.contains(name)) {
                throw new InvalidSetup("There is no member " + name + " in " + what + ".");
            }
        });
    }

    private static Iterable<JsonNode> list(JsonNode object, String member) {
        JsonNode list = object.path(member);
        if (!list.isMissingNode() && !list.isArray()) {
            throw new InvalidSetup(member + " is not a JSON array.");
        }
        return list;
    }

    private static String text(JsonNode object, String member, @Nullable String otherwise) {
        if (object.has(member)) {
            return text(object.get(member), member);
        }
        if (otherwise == null) {
            throw new InvalidSetup("The member " + member + " is missing.");
        }
        return otherwise;
    }

    private static String text(JsonNode value, String what) {
        if (!value.isTextual()) {
            throw new InvalidSetup(what + " is not a JSON string.");
        }
        return value.textValue();
    }
}
