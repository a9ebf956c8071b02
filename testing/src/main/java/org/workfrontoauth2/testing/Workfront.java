package org.workfrontoauth2.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.workfrontoauth2.walkthrough.Assertion;
import org.workfrontoauth2.walkthrough.Browser;
import org.workfrontoauth2.walkthrough.ConsentPage;
import org.workfrontoauth2.walkthrough.LoginPage;
import org.workfrontoauth2.walkthrough.Organisation;
import org.workfrontoauth2.walkthrough.Page;
import org.workfrontoauth2.walkthrough.Pkce;
import org.workfrontoauth2.walkthrough.Request;
import org.workfrontoauth2.walkthrough.Server;
import org.workfrontoauth2.walkthrough.WorkfrontClient;

/**
 * A running server for a test: its endpoints, its applications and users, session IDs, and its time.
 *
 * <p>It gets session IDs as a real user does: through the login form, the consent page and the token endpoint, or by
 * exchanging a signed JWT.
 */
public final class Workfront {

    private static final Duration JWT_LIFE = Duration.ofMinutes(3);

    private final Setup setup;
    private final Server server;
    private final String keycloak;
    private final Organisation organisation;
    private final Administrator administrator;
    private final Clock clock;
    private final Map<String, String> privateKeys = new ConcurrentHashMap<>();
    private Duration offset = Duration.ZERO;

    /** Sets the server's time to that much after the machine's. */
    interface Clock {
        void set(Duration offset);
    }

    /** @param keycloak what stands before {@code /realms}, such as {@code http://localhost:8080} */
    Workfront(Setup setup, Server server, String keycloak, Administrator administrator, Clock clock) {
        this.setup = setup;
        this.server = server;
        this.keycloak = keycloak;
        String realm = keycloak + "/realms/" + setup.organisation();
        this.organisation = new Organisation(realm, realm);
        this.administrator = administrator;
        this.clock = clock;
    }

    // Where it is

    /**
     * Workfront's URL for a client, such as {@code http://localhost:8080/realms/acme}. The client adds
     * {@code /integrations/oauth2/…} and {@code /attask/…}.
     */
    public String url() {
        return organisation.contract();
    }

    /**
     * The same on the organisation's host, such as {@code http://acme.my.localhost:8080}. Browsers can resolve names that
     * end in {@code .localhost}, but Java may not. Only for a server on this machine.
     */
    public String hostUrl() {
        if (!keycloak.startsWith("http://localhost:")) {
            throw new IllegalStateException("No host of the organisation's own leads to " + keycloak + ".");
        }
        return keycloak.replace("://localhost", "://" + setup.organisation() + ".my.localhost");
    }

    /** The URL to which an application sends the user's browser. */
    public String authorizeUrl() {
        return url() + "/integrations/oauth2/authorize";
    }

    /** The URL at which codes and refresh tokens are exchanged. */
    public String tokenUrl() {
        return url() + "/integrations/oauth2/api/v1/token";
    }

    /** The URL at which signed JWTs are exchanged. */
    public String jwtExchangeUrl() {
        return url() + "/integrations/oauth2/api/v1/jwt/exchange";
    }

    /** The URL at which an API checks session IDs (RFC 7662), with {@link #apiClientId()} and {@link #apiSecret()}. */
    public String introspectionUrl() {
        return url() + "/protocol/openid-connect/token/introspect";
    }

    // Whom it knows

    public Setup setup() {
        return setup;
    }

    /** The application with that client ID, with its secret and redirect URLs. */
    public Application application(String clientId) {
        return setup.application(clientId);
    }

    /** The user with that name, with password and {@code wid}. */
    public User user(String username) {
        return setup.findUser(username);
    }

    /** The organisation's customer ID, which is the {@code iss} of JWTs. */
    public String customerId() {
        return RealmFile.customerId();
    }

    /** The client that may introspect session IDs. */
    public String apiClientId() {
        return Setup.API;
    }

    public String apiSecret() {
        return Setup.secret(Setup.API);
    }

    /**
     * The private key with which a machine to machine application signs JWTs for that user, as PKCS#8 PEM. The first call
     * adds the key pair to the application.
     */
    public String privateKey(String clientId, String username) {
        String user = user(username).username();
        return privateKeys.computeIfAbsent(
                application(clientId).clientId() + " " + user,
                any -> administrator.addKeyPair(setup.organisation(), clientId, user));
    }

    // Session IDs

    /** A new session ID for the user and the setup's first application. */
    public String sessionId(String username) {
        if (setup.applications().isEmpty()) {
            throw new IllegalStateException("The setup has no application that could have a session ID.");
        }
        return sessionId(setup.applications().get(0).clientId(), username);
    }

    /** A new session ID for the user and the application. */
    public String sessionId(String clientId, String username) {
        return tokens(clientId, username).sessionId();
    }

    /** A new session ID for the user and the application, with its refresh token. */
    public Tokens tokens(String clientId, String username) {
        Application application = application(clientId);
        User user = user(username);
        return Tokens.of(
                switch (application.type()) {
                    case WEB -> client(application).exchange(code(application, user, Map.of()));
                    case SINGLE_PAGE -> {
                        Pkce pkce = Pkce.fresh();
                        yield client(application).exchange(code(application, user, pkce.parameters()), pkce);
                    }
                    case MACHINE_TO_MACHINE -> client(application).exchangeJwt(jwt(clientId, username));
                });
    }

    /** What the application gets for a refresh token. */
    public Tokens refresh(String clientId, String refreshToken) {
        return Tokens.of(client(application(clientId)).refresh(refreshToken));
    }

    /** A JWT that the application can exchange for a session ID of the user within three minutes. */
    public String jwt(String clientId, String username) {
        long now = now().getEpochSecond();
        ObjectNode claims = JsonNodeFactory.instance
                .objectNode()
                .put("iss", customerId())
                .put("sub", user(username).wid())
                .put("iat", now)
                .put("exp", now + JWT_LIFE.toSeconds())
                .put("jti", UUID.randomUUID().toString());
        return Assertion.with(privateKey(clientId, username)).sign(claims);
    }

    /** Whether an API would accept the session ID now, which means that introspection says it is active. */
    public boolean isValid(String sessionId) {
        return introspect(sessionId).path("active").asBoolean(false);
    }

    /** What introspection says about a session ID. */
    public JsonNode introspect(String sessionId) {
        String credentials = Base64.getEncoder()
                .encodeToString((apiClientId() + ":" + apiSecret()).getBytes(StandardCharsets.US_ASCII));
        return Administrator.answer(
                server.send(Request.form(introspectionUrl(), List.of(Map.entry("token", sessionId)))
                        .header("Authorization", "Basic " + credentials)),
                200);
    }

    private String code(Application application, User user, Map<String, String> more) {
        Browser browser = new Browser(server);
        Page page = new LoginPage(browser.open(client(application).authorizeUrl(more)))
                .logIn(user.username(), user.password());
        return (page.left().isPresent() ? page : new ConsentPage(page).allow())
                .callback()
                .code();
    }

    private WorkfrontClient client(Application application) {
        return new WorkfrontClient(
                server,
                organisation,
                new org.workfrontoauth2.walkthrough.Application(
                        application.clientId(),
                        application.secret(),
                        application.type().hasRedirectUrls() ? application.redirectUrl() : ""));
    }

    // Time

    /** The server's time. */
    public Instant now() {
        return Instant.now().plus(offset);
    }

    /**
     * Moves the server's time forward, by whole seconds. After the test it is the machine's time again. The machine's own
     * time does not change.
     */
    public void move(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("Time moves forward only: " + by);
        }
        set(offset.plus(by));
    }

    void resetTime() {
        if (!offset.isZero()) {
            set(Duration.ZERO);
        }
    }

    private void set(Duration newOffset) {
        clock.set(newOffset);
        offset = newOffset;
    }

    @Override
    public String toString() {
        return url();
    }
}
