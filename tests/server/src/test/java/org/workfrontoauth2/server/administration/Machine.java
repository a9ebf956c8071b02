package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.workfrontoauth2.server.harness.Applications;
import org.workfrontoauth2.server.harness.Caller;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.User;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Application;
import org.workfrontoauth2.walkthrough.ResourceServer;
import org.workfrontoauth2.walkthrough.WorkfrontClient;

/** A machine to machine application and who administers it. */
record Machine(OwnRealm realm, Application application) {

    static final String CUSTOMER = "0123456789abcdef".repeat(2);

    static Machine in(OwnRealm realm) {
        JsonNode created = realm.applications().create("machine-to-machine");
        return new Machine(
                realm,
                new Application(
                        created.get("clientId").asText(),
                        created.get("clientSecret").asText(),
                        ""));
    }

    String clientId() {
        return application.clientId();
    }

    /** Somebody at this application. */
    Caller as(String administrator) {
        return realm.as(administrator).below(Applications.PATH + "/" + clientId());
    }

    /** By the manager, for the manager. */
    Answer add(String pem) {
        return as(OwnRealm.MANAGER).post("/public-keys", Map.of("pem", pem));
    }

    RsaKey key() {
        RsaKey key = RsaKey.fresh();
        done(201, add(key.publicPem()));
        return key;
    }

    /** By somebody who may impersonate. */
    RsaKey keyOf(User user) {
        RsaKey key = RsaKey.fresh();
        done(201, as(OwnRealm.OWNER).post("/public-keys", Map.of("pem", key.publicPem(), "user", user.name())));
        return key;
    }

    JsonNode keys() {
        return realm.applications().get(clientId()).get("publicKeys");
    }

    void delete(RsaKey key) {
        done(204, as(OwnRealm.MANAGER).delete("/public-keys/" + key.thumbprint()));
    }

    User manager() {
        return realm.realm().users().find(OwnRealm.MANAGER);
    }

    /** What clients say: {@code iss}, {@code sub} and {@code exp}, good for three minutes. */
    ObjectNode claims(User user) {
        return claims(user.wid());
    }

    ObjectNode claims(String wid) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("iss", CUSTOMER)
                .put("sub", wid)
                .put("exp", realm.keycloak().clock().seconds() + 180);
    }

    Answer exchange(RsaKey key, User user) {
        return exchange(Jwt.of(claims(user)).signed(key.pair().getPrivate()));
    }

    Answer exchange(String jwt) {
        return client().exchangeJwt(jwt);
    }

    /** The session ID that a good JWT brings. */
    String session(RsaKey key, User user) {
        return done(200, exchange(key, user)).get("access_token").asText();
    }

    WorkfrontClient client() {
        return new WorkfrontClient(realm.server(), realm.organisation(), application);
    }

    boolean alive(String sessionId) {
        return new ResourceServer(realm.server(), realm.organisation()).accepts(sessionId);
    }

    static JsonNode done(int status, Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        return answer.body();
    }
}
