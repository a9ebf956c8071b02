package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.server.administration.Refusal.assertRefused;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.Applications;
import org.workfrontoauth2.server.harness.Caller;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Application;

/** An application that came through Keycloak's own interfaces is the same as one that came through ours. */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherToolsIT {

    private static final List<String> TYPES = List.of("web", "single-page", "machine-to-machine");
    private static final String CLIENT_ID = "from-a-tool";

    /** What tells two applications apart; origins are those of the redirect URLs here, whatever Keycloak makes of them. */
    private static final List<String> OF_ITS_OWN = List.of("id", "clientId", "access", "webOrigins");

    /** Logouts that applications do not have: an import, or a time as an ordinary client, leaves notes about them. */
    private static final List<String> LOGOUTS = List.of(
            "post.logout.redirect.uris",
            "backchannel.logout.session.required",
            "backchannel.logout.revoke.offline.tokens");

    private final OwnRealm realm;
    private final Applications applications;
    private final Caller manager;
    private final Map<String, ObjectNode> ours = new HashMap<>();

    OtherToolsIT(OwnRealm realm) {
        this.realm = realm;
        this.applications = realm.applications();
        this.manager = realm.as(OwnRealm.MANAGER);
        TYPES.forEach(type -> ours.put(type, ours(type)));
    }

    private ObjectNode ours(String type) {
        Map<String, Object> fields = new HashMap<>(Map.of("type", type, "name", "Report"));
        if (!type.equals("machine-to-machine")) {
            fields.put("redirectUrls", List.of(Applications.REDIRECT_URL));
        }
        String clientId = applications.createWith(fields).get("clientId").asText();
        ObjectNode client = realm.realm().clients().find(clientId);
        applications.delete(clientId);
        return comparable(client);
    }

    private static ObjectNode comparable(JsonNode client) {
        ObjectNode copy = client.deepCopy();
        copy.remove(OF_ITS_OWN);
        ((ObjectNode) copy.get("attributes")).remove(LOGOUTS);
        return copy;
    }

    @AfterEach
    void deleteApplications() {
        applications.deleteAll();
    }

    static Stream<Arguments> everyTypeInEveryWay() {
        return TYPES.stream().flatMap(type -> Arrays.stream(Way.values()).map(way -> Arguments.of(type, way)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyTypeInEveryWay")
    void itIsTheSameAsOurs(String type, Way way) {
        JsonNode theirs = way.create(realm, Way.barely(type, CLIENT_ID));

        assertThat(comparable(theirs)).isEqualTo(ours.get(type));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WHOLE_REALM")
    void itHasNoSecretOfKeycloaks(Way way) {
        ObjectNode client = Way.barely("web", CLIENT_ID).put("secret", "a-secret-of-somebodys-own-choice");
        client.withObject("/attributes").put("client.secret.rotated", "an-older-secret");

        JsonNode theirs = way.create(realm, client);

        assertThat(theirs.has("secret")).isFalse();
        assertThat(theirs.get("attributes").fieldNames())
                .toIterable()
                .noneMatch(name -> name.startsWith("client.secret"));
        assertThat(manager.get(address() + "/client-secret").body().hasNonNull("value"))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WHOLE_REALM")
    void itWorksLikeOurs(Way way) {
        way.create(realm, Way.barely("web", CLIENT_ID));
        String secret = applications.addSecret(CLIENT_ID).get("clientSecret").asText();
        Application application = new Application(CLIENT_ID, secret, Applications.REDIRECT_URL);
        Person user = new Person(realm, OwnRealm.USER);

        Person.Tokens tokens = user.allow(application);

        assertThat(user.alive(tokens)).isTrue();
        assertThat(user.refresh(application, tokens).status()).isEqualTo(200);
        assertThat(applications
                        .change(CLIENT_ID, Map.of("name", "Weekly report"))
                        .get("name")
                        .asText())
                .isEqualTo("Weekly report");
    }

    /** What a tool has read, it writes again; nothing of it is another value afterwards. */
    @ParameterizedTest
    @ValueSource(strings = {"web", "single-page", "machine-to-machine"})
    void whatWasReadCanBeWritten(String type) {
        JsonNode read = Way.POST.create(realm, Way.barely(type, CLIENT_ID));

        assertThat(manager.put(address(), read).status()).isEqualTo(204);

        assertThat(realm.realm().clients().find(CLIENT_ID)).isEqualTo(read);
    }

    @Test
    void ofARootUrlKeycloakMakesNoWildcard() {
        ObjectNode client = Way.barely("web", CLIENT_ID).put("rootUrl", "https://app.example/");
        client.remove("redirectUris");

        Way.POST.create(realm, client);

        assertThat(applications.get(CLIENT_ID).get("redirectUrls")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"defaultClientScopes", "optionalClientScopes"})
    void clientScopesThatAreSentAreRefused(String scopes) {
        ObjectNode client = Way.barely("web", CLIENT_ID);
        client.putArray(scopes).add("email");

        assertRefused(manager.post("/clients", client), 400).saying("An OAuth2 application has no client scopes.");
        assertThat(applications.list().get("count").asInt()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"default-client-scopes", "optional-client-scopes"})
    void clientScopesThatAreAddedLaterAreRefused(String scopes) {
        Way.POST.create(realm, Way.barely("web", CLIENT_ID));
        JsonNode before = newestEvent();

        Answer answer = manager.put(address() + "/" + scopes + "/" + scope("email"), null);

        assertRefused(answer, 400).saying("An OAuth2 application has no client scopes.");
        assertThat(manager.get(address() + "/" + scopes).body()).isEmpty();
        assertThat(newestEvent()).isEqualTo(before);
    }

    static Stream<Arguments> whatKeycloakCannotStore() {
        return Stream.of(
                        Arguments.of("redirectUris", "{\"redirectUris\": [\"https://app.example/256\"]}"),
                        Arguments.of("registeredNodes", "{\"registeredNodes\": {\"256\": 1}}"),
                        Arguments.of(
                                "protocolMappers",
                                "{\"protocolMappers\": [{\"name\": \"256\", \"protocol\": \"openid-connect\","
                                        + " \"protocolMapper\": \"oidc-usermodel-attribute-mapper\"}]}"))
                .flatMap(text -> Stream.of("/clients", "/partialImport")
                        .map(path -> Arguments.of(text.get()[0], text.get()[1], path)));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("whatKeycloakCannotStore")
    void longTextIsRefusedWithASentence(String field, String members, String path) {
        Answer answer = send(path, with(members.replace("256", "x".repeat(256))));

        assertRefused(answer, 400)
                .saying("The field " + field + " of an OAuth2 application must not be longer than 255 characters.");
        assertThat(applications.list().get("count").asInt()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/clients", "/partialImport"})
    void aRedirectUrlThatIsNullIsRefused(String path) {
        Answer answer = send(path, with("{\"redirectUris\": [null]}"));

        assertRefused(answer, 400).saying("The list redirectUris of an OAuth2 application must not contain null.");
        assertThat(applications.list().get("count").asInt()).isZero();
    }

    @Test
    void aChangeIsHeldToTheSame() {
        Way.POST.create(realm, Way.barely("web", CLIENT_ID));

        Answer answer = manager.put(address(), with("{\"redirectUris\": [null]}"));

        assertRefused(answer, 400).saying("The list redirectUris of an OAuth2 application must not contain null.");
        assertThat(applications.get(CLIENT_ID).at("/redirectUrls/0").asText()).isEqualTo(Applications.REDIRECT_URL);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyTypeInEveryWay")
    void anEmptyAuthenticatorCountsAsLeftOut(String type, Way way) {
        JsonNode theirs = way.create(realm, Way.barely(type, CLIENT_ID).put("clientAuthenticatorType", ""));

        assertThat(comparable(theirs)).isEqualTo(ours.get(type));
    }

    private static ObjectNode with(String members) {
        try {
            return Way.barely("web", CLIENT_ID).setAll((ObjectNode) new ObjectMapper().readTree(members));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Answer send(String path, ObjectNode client) {
        return path.equals("/clients")
                ? manager.post(path, client)
                : realm.as(OwnRealm.OWNER).post(path, Map.of("ifResourceExists", "FAIL", "clients", List.of(client)));
    }

    @Test
    void anOrdinaryClientHasScopesAsBefore() {
        ObjectNode client = Way.barely("web", "ordinary");
        client.remove("attributes");
        assertThat(manager.post("/clients", client).status()).isEqualTo(201);
        String scopes = "/clients/" + realm.realm().clients().uuid("ordinary") + "/default-client-scopes/";

        assertThat(manager.delete(scopes + scope("email")).status()).isEqualTo(204);
        assertThat(manager.put(scopes + scope("email"), null).status()).isEqualTo(204);
        realm.realm().clients().delete("ordinary");
    }

    /** Whoever writes the application through our interface has not said any of it. */
    @Test
    void whatWentWrongWhileNobodyLookedIsSetRightByOurOwnInterface() {
        Way.POST.create(realm, Way.barely("web", CLIENT_ID));
        realm.realm().change(settings -> settings.withObject("/attributes").put("workfront.enabled", "false"));
        realm.realm().clients().change(CLIENT_ID, client -> client.put("publicClient", true)
                .put("directAccessGrantsEnabled", true)
                .put("standardFlowEnabled", false));
        realm.realm().change(settings -> settings.withObject("/attributes").put("workfront.enabled", "true"));

        applications.change(CLIENT_ID, Map.of("name", "Report"));

        assertThat(comparable(realm.realm().clients().find(CLIENT_ID))).isEqualTo(ours.get("web"));
    }

    private String scope(String name) {
        for (JsonNode scope : realm.as(OwnRealm.OWNER).get("/client-scopes").body()) {
            if (scope.get("name").asText().equals(name)) {
                return scope.get("id").asText();
            }
        }
        throw new IllegalStateException("no scope " + name);
    }

    private JsonNode newestEvent() {
        return realm.as(OwnRealm.OWNER).get("/admin-events?max=1").body();
    }

    private String address() {
        return "/clients/" + realm.realm().clients().uuid(CLIENT_ID);
    }
}
