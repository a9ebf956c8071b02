package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.server.administration.Refusal.assertRefused;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.Caller;
import org.workfrontoauth2.server.harness.Ordinary;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.User;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Application;
import org.workfrontoauth2.walkthrough.Request;
import org.workfrontoauth2.walkthrough.ResourceServer;

/** Contract, section 4: the user attribute {@code wid} counts only where users cannot write it, and the settings say so. */
@RunsOn
class WidProtectionIT {

    private static final String SETTINGS = "/oauth2-applications-settings";
    private static final String PROFILE = "/users/profile";
    private static final String VICTIM = "b0b".repeat(10) + "b0";

    private final OwnRealm realm;
    private final Caller owner;

    WidProtectionIT(@Ordinary OwnRealm realm) {
        this.realm = realm;
        this.owner = realm.as(OwnRealm.OWNER);
    }

    /** How a realm comes to be served. */
    enum Switch {
        SETTINGS_RESOURCE,
        REALM_ATTRIBUTE
    }

    @ParameterizedTest
    @EnumSource
    void switchingOnListsItForAdministratorsAloneAndKeepsTheRestOfTheProfile(Switch way) {
        changeProfile(profile -> {
            profile.put("unmanagedAttributePolicy", "ENABLED");
            ((ArrayNode) profile.get("attributes"))
                    .addObject()
                    .put("name", "department")
                    .putObject("permissions")
                    .putArray("edit")
                    .add("user");
        });
        JsonNode before = profile();

        switchOn(way);

        JsonNode entry = entry().orElseThrow();
        assertThat(entry.at("/permissions/edit")).hasSize(1);
        assertThat(entry.at("/permissions/edit/0").asText()).isEqualTo("admin");
        assertThat(entry.at("/validations/pattern/pattern").asText()).isEqualTo("^[0-9a-fA-F]{32}$");
        ObjectNode rest = (ObjectNode) profile();
        remove(rest);
        assertThat(rest).isEqualTo(before);
        assertThat(settings().has("widIgnored")).isFalse();
        assertThat(writeAsUser(VICTIM, 400)).isEqualTo(ownWid());
    }

    @Test
    void aRealmThatIsCreatedServedListsItToo() {
        try (OwnRealm served = OwnRealm.served(realm.keycloak())) {
            assertThat(entryOf(served.as(OwnRealm.OWNER).get(PROFILE).body())).isPresent();
        }
    }

    @Test
    void anEntryThatIsThereStaysAsItIs() {
        changeProfile(profile -> list(profile, "admin").put("displayName", "Employee number"));
        JsonNode before = profile();

        switchOn(Switch.SETTINGS_RESOURCE);

        assertThat(profile()).isEqualTo(before);
    }

    /** What makes users able to write it. */
    enum Hole {
        LISTED_FOR_USERS {
            @Override
            void open(ObjectNode profile) {
                list(profile, "admin", "user");
            }
        },
        UNLISTED_AND_EVERYTHING_OPEN {
            @Override
            void open(ObjectNode profile) {
                remove(profile);
                profile.put("unmanagedAttributePolicy", "ENABLED");
            }
        };

        abstract void open(ObjectNode profile);
    }

    @ParameterizedTest
    @EnumSource
    void whatUsersCanWriteDoesNotCountAnywhere(Hole hole) {
        switchOn(Switch.SETTINGS_RESOURCE);
        Answer named = owner.put(SETTINGS, Map.of("customerId", Machine.CUSTOMER));
        assertThat(named.status()).as(named.toString()).isEqualTo(200);
        changeProfile(hole::open);

        assertThat(writeAsUser(VICTIM, 204)).isEqualTo(ownWid());
        assertThat(storedWid()).isEqualTo(VICTIM);

        Application web = realm.applications().createForUsers("web");
        Person user = new Person(realm, OwnRealm.USER);
        Person.Tokens tokens = user.allow(web);
        assertThat(user.refresh(web, tokens).member("wid")).isEqualTo(ownWid());
        assertThat(new ResourceServer(realm.server(), realm.organisation())
                        .introspect(tokens.sessionId())
                        .member("wid"))
                .isEqualTo(ownWid());

        Machine machine = Machine.in(realm);
        RsaKey key = machine.keyOf(user());
        assertThat(machine.keys().get(0).get("subject").asText()).isEqualTo(ownWid());
        Answer refused = machine.exchange(
                Jwt.of(machine.claims(VICTIM)).signed(key.pair().getPrivate()));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.member("type")).isEqualTo("invalid_grant");
        assertThat(machine.exchange(key, user()).member("wid")).isEqualTo(ownWid());
    }

    @ParameterizedTest
    @EnumSource
    void theSettingsSayItOnlyAsLongAsItIsSo(Hole hole) {
        switchOn(Switch.SETTINGS_RESOURCE);
        assertThat(settings().has("widIgnored")).isFalse();
        changeProfile(hole::open);

        JsonNode settings = settings();
        assertThat(settings.get("widIgnored").asBoolean()).isTrue();
        Answer back = owner.put(SETTINGS, settings);
        assertThat(back.status()).as(back.toString()).isEqualTo(200);
        // What is missing is added when settings are saved; what somebody decided stays.
        assertThat(back.body().has("widIgnored")).isEqualTo(hole == Hole.LISTED_FOR_USERS);
        assertRefused(owner.put(SETTINGS, Map.of("widIgnored", "no")), 400, "invalid_request")
                .saying("widIgnored must be true or false.");

        changeProfile(profile -> list(profile, "admin"));
        assertThat(settings().has("widIgnored")).isFalse();
    }

    /** Nothing is lost: what administrators wrote counts again. */
    @Test
    void itCountsAgainOnceTheProfileProtectsIt() {
        switchOn(Switch.SETTINGS_RESOURCE);
        realm.realm().users().change(user(), user -> user.putObject("attributes")
                .putArray("wid")
                .add(VICTIM));
        assertThat(widOfToken()).isEqualTo(VICTIM);

        changeProfile(profile -> list(profile, "user"));
        assertThat(widOfToken()).isEqualTo(ownWid());

        changeProfile(profile -> list(profile, "admin"));
        assertThat(widOfToken()).isEqualTo(VICTIM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ADMIN_VIEW", "ADMIN_EDIT"})
    void whatOnlyAdministratorsCanWriteCountsWithoutAnEntry(String policy) {
        switchOn(Switch.SETTINGS_RESOURCE);
        realm.realm().users().change(user(), user -> user.putObject("attributes")
                .putArray("wid")
                .add(VICTIM));

        changeProfile(profile -> {
            remove(profile);
            profile.put("unmanagedAttributePolicy", policy);
        });

        assertThat(settings().has("widIgnored")).isFalse();
        assertThat(widOfToken()).isEqualTo(VICTIM);
    }

    private void switchOn(Switch way) {
        if (way == Switch.SETTINGS_RESOURCE) {
            Answer answer = owner.put(SETTINGS, Map.of("enabled", true));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        } else {
            realm.realm().change(settings -> settings.withObject("/attributes").put("workfront.enabled", "true"));
        }
    }

    private JsonNode settings() {
        return owner.get(SETTINGS).body();
    }

    private JsonNode profile() {
        return owner.get(PROFILE).body();
    }

    private void changeProfile(Consumer<ObjectNode> changes) {
        ObjectNode profile = (ObjectNode) profile();
        changes.accept(profile);
        Answer answer = owner.put(PROFILE, profile);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private static ObjectNode list(ObjectNode profile, String... editors) {
        remove(profile);
        ObjectNode entry = ((ArrayNode) profile.get("attributes")).addObject().put("name", "wid");
        ObjectNode permissions = entry.putObject("permissions");
        permissions.putArray("view").add("admin").add("user");
        ArrayNode edit = permissions.putArray("edit");
        List.of(editors).forEach(edit::add);
        return entry;
    }

    private static void remove(ObjectNode profile) {
        ArrayNode attributes = (ArrayNode) profile.get("attributes");
        for (int i = attributes.size() - 1; i >= 0; i--) {
            if (attributes.get(i).get("name").asText().equals("wid")) {
                attributes.remove(i);
            }
        }
    }

    private Optional<JsonNode> entry() {
        return entryOf(profile());
    }

    private static Optional<JsonNode> entryOf(JsonNode profile) {
        return StreamSupport.stream(profile.get("attributes").spliterator(), false)
                .filter(attribute -> attribute.get("name").asText().equals("wid"))
                .findFirst();
    }

    private User user() {
        return realm.realm().users().find(OwnRealm.USER);
    }

    private String ownWid() {
        return user().wid();
    }

    private String storedWid() {
        return owner.get("/users/" + user().id()).body().at("/attributes/wid/0").asText();
    }

    private String widOfToken() {
        Application web = realm.applications().createForUsers("web");
        Person user = new Person(realm, OwnRealm.USER);
        return user.refresh(web, user.allow(web)).member("wid");
    }

    /** In Keycloak's account interface, which answers with this status; then what the claim says. */
    private String writeAsUser(String wid, int status) {
        Answer created = owner.post(
                "/clients",
                Map.of(
                        "clientId",
                        "account-page",
                        "publicClient",
                        true,
                        "directAccessGrantsEnabled",
                        true,
                        "protocolMappers",
                        List.of(
                                Map.of(
                                        "name",
                                        "wid",
                                        "protocol",
                                        "openid-connect",
                                        "protocolMapper",
                                        "workfront-wid-mapper",
                                        "config",
                                        Map.of("claim.name", "wid", "userinfo.token.claim", "true")),
                                Map.of(
                                        "name",
                                        "account",
                                        "protocol",
                                        "openid-connect",
                                        "protocolMapper",
                                        "oidc-audience-mapper",
                                        "config",
                                        Map.of("included.client.audience", "account", "access.token.claim", "true")))));
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        mayManageTheAccount();
        String token = Caller.answer(realm.server()
                        .send(Request.form(
                                base() + "/protocol/openid-connect/token",
                                List.of(
                                        Map.entry("grant_type", "password"),
                                        Map.entry("client_id", "account-page"),
                                        Map.entry("scope", "openid"),
                                        Map.entry("username", OwnRealm.USER),
                                        Map.entry("password", OwnRealm.USER)))))
                .member("access_token");
        Answer read = account(token, "GET", null);
        assertThat(read.status()).as(read.toString()).isEqualTo(200);
        ObjectNode account = (ObjectNode) read.body();
        account.withObject("/attributes").putArray("wid").add(wid);
        Answer written = account(token, "POST", account.toString());
        assertThat(written.status()).as(written.toString()).isEqualTo(status);
        return Caller.answer(realm.server()
                        .send(Request.get(base() + "/protocol/openid-connect/userinfo")
                                .header("Authorization", "Bearer " + token)))
                .member("wid");
    }

    private void mayManageTheAccount() {
        String account =
                owner.get("/clients?clientId=account").body().get(0).get("id").asText();
        JsonNode role =
                owner.get("/clients/" + account + "/roles/manage-account").body();
        Answer given = owner.post("/users/" + user().id() + "/role-mappings/clients/" + account, List.of(role));
        assertThat(given.status()).as(given.toString()).isEqualTo(204);
    }

    private Answer account(String token, String method, String json) {
        Request request = Request.of(method, base() + "/account")
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
        return Caller.answer(realm.server().send(json == null ? request : request.body("application/json", json)));
    }

    private String base() {
        return realm.base() + "/realms/" + realm.name();
    }
}
