package org.workfrontoauth2.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.Realm;
import org.workfrontoauth2.server.harness.User;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Application;
import org.workfrontoauth2.walkthrough.Browser;

/** The demo's organisation on a server. */
record Demo(KeycloakServer keycloak) {

    static final String HOST = "acme.my.localhost";
    static final String PREVIEW = "acme.preview.localhost";

    private static final Duration MINUTE = Duration.ofSeconds(61);
    private static final AtomicInteger MINUTES = new AtomicInteger();

    Realm realm() {
        return keycloak.realm();
    }

    /** On the organisation's own host. */
    Workfront workfront() {
        return Workfront.on(keycloak, HOST);
    }

    Workfront on(String host) {
        return Workfront.on(keycloak, host);
    }

    /** Somebody new, in a new browser. */
    Visitor visitor() {
        return visitor(realm().users().create());
    }

    Visitor visitor(User user) {
        return new Visitor(user, new Browser(workfront().server()));
    }

    /** One that somebody new has allowed. */
    String code(Application application) {
        return visitor().allow(workfront(), application).code();
    }

    static Application application(String clientId) {
        return clientId.equals("acme-web") ? Acme.WEB : Acme.SINGLE_PAGE;
    }

    Refused refused(Supplier<Answer> request) {
        return Refused.when(realm().events(), request);
    }

    /** The same of a kind of which an event tells once in a minute only. */
    Refused firstRefused(Supplier<Answer> request) {
        keycloak.clock().advance(MINUTE.multipliedBy(MINUTES.incrementAndGet()));
        return refused(request);
    }

    /** A single page application like the demo's, for as long as the test runs: ten applications are the limit. */
    Temporary singlePage(Consumer<ObjectNode> changes) {
        return new Temporary(realm(), Acme.SINGLE_PAGE, changes);
    }

    /** The same for a web application; the demo's secret is not one of its own. */
    Temporary web(Consumer<ObjectNode> changes) {
        return new Temporary(realm(), Acme.WEB, changes);
    }

    /** One with these settings instead of the demo's; those without a value are gone. */
    Temporary singlePage(Map<String, String> settings) {
        return singlePage(client -> Temporary.set(client, settings));
    }

    /** An application that goes away again. */
    static final class Temporary implements AutoCloseable {

        private final Realm realm;
        private final Application application;
        private boolean deleted;

        private Temporary(Realm realm, Application like, Consumer<ObjectNode> changes) {
            this.realm = realm;
            String clientId = realm.clients().createLike(like.clientId(), changes);
            String redirectUrl =
                    realm.clients().find(clientId).get("redirectUris").get(0).asText();
            this.application = new Application(clientId, like.secret(), redirectUrl);
        }

        Application application() {
            return application;
        }

        String clientId() {
            return application.clientId();
        }

        /** Changes settings; those without a value are gone. */
        void set(Map<String, String> settings) {
            realm.clients().change(clientId(), client -> set(client, settings));
        }

        private static void set(ObjectNode client, Map<String, String> settings) {
            settings.forEach(client.withObject("/attributes")::put);
        }

        void delete() {
            if (!deleted) {
                realm.clients().delete(clientId());
                deleted = true;
            }
        }

        @Override
        public void close() {
            delete();
        }
    }
}
