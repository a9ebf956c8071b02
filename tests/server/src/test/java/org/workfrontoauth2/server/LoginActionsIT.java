package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.Event;
import org.workfrontoauth2.server.harness.Form;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.Mailbox;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Application;
import org.workfrontoauth2.walkthrough.Browser;
import org.workfrontoauth2.walkthrough.Callback;
import org.workfrontoauth2.walkthrough.ConsentPage;
import org.workfrontoauth2.walkthrough.ErrorPage;
import org.workfrontoauth2.walkthrough.LoginPage;
import org.workfrontoauth2.walkthrough.Page;
import org.workfrontoauth2.walkthrough.Request;

/**
 * Contract, section 3: an application's login begins at the application's authorization endpoint, or ends on the error
 * page. The table has the paths of Keycloak's {@code LoginActionsService}; those of identity providers are in {@link
 * BrokerIT}, the standard endpoints in {@link SideDoorsIT}.
 */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoginActionsIT {

    private static final String REASON =
            "The login of an OAuth2 application must begin at the application's authorization endpoint.";

    private final Demo demo;
    private final Workfront workfront;
    private Mailbox mailbox;

    LoginActionsIT(KeycloakServer keycloak) {
        this.demo = new Demo(keycloak);
        this.workfront = demo.workfront();
    }

    @BeforeAll
    void openEveryPage() {
        demo.realm().change(realm -> realm.put("registrationAllowed", true).put("resetPasswordAllowed", true));
        mailbox = new Mailbox(demo.realm());
    }

    @AfterAll
    void closeThem() {
        mailbox.close();
        demo.realm().change(realm -> realm.put("registrationAllowed", false).put("resetPasswordAllowed", false));
    }

    // Logins that began elsewhere

    /** What a user does after a link to "Forgot password" that names an application, up to the last page. */
    enum Way {
        BACK_TO_LOGIN {
            @Override
            Page walk(Page page, Visitor visitor, Mailbox mailbox) {
                return logIn(page.follow("/login-actions/authenticate"), visitor);
            }
        },
        RESTART {
            @Override
            Page walk(Page page, Visitor visitor, Mailbox mailbox) {
                String restart = page.link("/login-actions/authenticate").replace("/authenticate?", "/restart?");
                return logIn(visitor.browser().open(restart), visitor);
            }
        },
        REQUIRED_ACTION {
            @Override
            Page walk(Page page, Visitor visitor, Mailbox mailbox) {
                Page action = logIn(page.follow("/login-actions/authenticate"), visitor);
                return newPassword(action, visitor);
            }
        },
        REGISTRATION {
            @Override
            Page walk(Page page, Visitor visitor, Mailbox mailbox) {
                String registration =
                        page.link("/login-actions/authenticate").replace("/authenticate?", "/registration?");
                return register(visitor.browser().open(registration), visitor);
            }
        },
        LINK_IN_A_MAIL {
            @Override
            Page walk(Page page, Visitor visitor, Mailbox mailbox) {
                page.submit(Map.of("username", visitor.user().name()));
                return newPassword(visitor.browser().open(mailbox.link()), visitor);
            }
        };

        abstract Page walk(Page page, Visitor visitor, Mailbox mailbox);

        static Page logIn(Page page, Visitor visitor) {
            return new LoginPage(page)
                    .logIn(visitor.user().name(), visitor.user().password());
        }

        static Page newPassword(Page page, Visitor visitor) {
            String password = visitor.user().password();
            return page.submit(Map.of("password-new", password, "password-confirm", password));
        }

        static Page register(Page page, Visitor visitor) {
            String name = "new-" + visitor.user().name();
            return page.submit(Map.of(
                    "username",
                    name,
                    "email",
                    name + "@acme.example",
                    "firstName",
                    "First",
                    "lastName",
                    "Last",
                    "password",
                    name,
                    "password-confirm",
                    name));
        }
    }

    static Stream<Arguments> waysOfEachType() {
        return Stream.of(Way.values())
                .flatMap(way -> Stream.of("acme-web", "acme-spa").map(clientId -> Arguments.of(way, clientId)));
    }

    @ParameterizedTest
    @MethodSource("waysOfEachType")
    void aLoginThatBeganAtForgotPasswordEndsOnTheErrorPage(Way way, String clientId) {
        Application application = Demo.application(clientId);
        Visitor visitor = visitor(way);
        demo.realm().events().clear();

        Page end = way.walk(forgotPassword(visitor, application), visitor, mailbox);

        assertEndsHere(end, clientId);
    }

    /** Nothing is left to ask: the code would be handed out at once. */
    @ParameterizedTest
    @ValueSource(strings = {"acme-web", "acme-spa"})
    void soItDoesWhereTheUserAllowedTheApplicationBefore(String clientId) {
        Application application = Demo.application(clientId);
        Visitor before = demo.visitor();
        before.allow(workfront, application);
        Visitor visitor = demo.visitor(before.user());
        demo.realm().events().clear();

        Page end = Way.BACK_TO_LOGIN.walk(forgotPassword(visitor, application), visitor, mailbox);

        assertEndsHere(end, clientId);
    }

    private Page forgotPassword(Visitor visitor, Application application) {
        return visitor.browser()
                .open(action("reset-credentials")
                        + "?"
                        + Form.encode(Map.of(
                                "client_id", application.clientId(), "redirect_uri", application.redirectUrl())));
    }

    private void assertEndsHere(Page page, String clientId) {
        assertThat(page.left()).isEmpty();
        assertThat(new ErrorPage(page).status()).isEqualTo(400);
        List<Event> refused = demo.realm().events().errors().stream()
                .filter(event -> "not_allowed".equals(event.error()))
                .toList();
        assertThat(refused).hasSize(1);
        assertThat(refused.get(0).type()).isEqualTo("LOGIN_ERROR");
        assertThat(refused.get(0).clientId()).isEqualTo(clientId);
        assertThat(refused.get(0).details().get("reason").asText()).isEqualTo(REASON);
    }

    /** Mail that an administrator has Keycloak send ends on a page of Keycloak's, with a link and without a code. */
    @ParameterizedTest
    @ValueSource(strings = {"execute-actions-email", "send-verify-email"})
    void mailOfAnAdministratorEndsWithoutACode(String mail) {
        Visitor visitor = demo.visitor();
        visitor.allow(workfront, Acme.SINGLE_PAGE);
        String address = "acme/users/" + visitor.user().id() + "/" + mail + "?"
                + Form.encode(Map.of("client_id", "acme-spa", "redirect_uri", Acme.SINGLE_PAGE.redirectUrl()));
        if (mail.startsWith("execute")) {
            demo.keycloak().admin().put(address, List.of("UPDATE_PASSWORD"));
        } else {
            demo.realm().users().change(visitor.user(), user -> user.put("emailVerified", false));
            demo.keycloak().admin().put(address);
        }
        Browser browser = new Browser(workfront.server());

        Page page = browser.open(mailbox.link());
        if (page.id().equals("login-info")) {
            page = page.follow("/login-actions/");
        }
        if (mail.startsWith("execute")) {
            page = Way.newPassword(page, visitor);
        }

        assertThat(page.left()).isEmpty();
        assertThat(page.id()).isIn("login-info", "login-error");
        assertThat(page.text()).doesNotContain("code=");
    }

    @Test
    void thePageThatAsksForALogoutStartsNoLogin() {
        Browser browser = new Browser(workfront.server());
        Page logout = browser.open(workfront.standardEndpoint("logout") + "?client_id=acme-spa");
        String tab = logout.pressing("confirmLogout", Map.of()).toString();

        Page page = browser.open(
                action("authenticate") + "?client_id=acme-spa" + tab.replaceAll(".*(&tab_id=[^&]*).*|.*", "$1"));

        assertThat(page.left()).isEmpty();
        assertThat(page.status()).isEqualTo(400);
    }

    /** All that is below {@code login-actions}, in a browser without a login of this application. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "authenticate",
                "registration",
                "reset-credentials",
                "required-action",
                "first-broker-login",
                "post-broker-login",
                "restart",
                "action-token",
                "detached-info",
                "consent",
            })
    void noPathSendsAUserToAnApplicationThatDidNotAsk(String path) {
        Visitor loggedIn = demo.visitor();
        loggedIn.allow(workfront, Acme.SINGLE_PAGE);
        for (Browser browser : List.of(new Browser(workfront.server()), loggedIn.browser())) {
            for (String state : List.of("s", "workfront\nhttp://evil.example\ns")) {
                String address = action(path) + "?"
                        + Form.encode(Map.of(
                                "client_id",
                                "acme-spa",
                                "tab_id",
                                "unknown",
                                "session_code",
                                "x",
                                "client_data",
                                data(state)));

                Page page = path.equals("consent")
                        ? browser.send(Request.form(address, List.of(Map.entry("code", "x"))))
                        : browser.open(address);

                assertThat(page.left()).isEmpty();
                assertThat(page.status()).isEqualTo(400);
            }
        }
    }

    @Test
    void whatAPageNeverCarriedIsRecordedToo() {
        Visitor visitor = demo.visitor();
        visitor.allow(workfront, Acme.SINGLE_PAGE);
        demo.realm().events().clear();

        Page page = visitor.browser()
                .open(action("authenticate")
                        + "?"
                        + Form.encode(Map.of("client_id", "acme-spa", "tab_id", "x", "client_data", data("s"))));

        assertEndsHere(page, "acme-spa");
    }

    private static String data(String state) {
        String json =
                "{\"ru\":\"http://localhost:9999/spa\",\"rt\":\"code\",\"st\":\"" + state.replace("\n", "\\n") + "\"}";
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    // Logins that began at the application's authorization endpoint

    @ParameterizedTest
    @EnumSource
    void aLoginThatBeganWhereItMustGoesOnWhateverPageTheUserVisits(Way way) {
        Workfront preview = demo.on(Demo.PREVIEW);
        Visitor visitor = visitor(way);
        Page login = visitor.browser().open(preview.authorizeAddress(Acme.SINGLE_PAGE));
        String forgotPassword = login.link("/login-actions/reset-credentials");

        Page consent = way.walk(visitor.browser().open(forgotPassword), visitor, mailbox);

        assertIsGood(preview, new ConsentPage(consent).allow().callback());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aLostLoginBeginsAgainAsItWas(boolean allowedBefore) {
        Workfront preview = demo.on(Demo.PREVIEW);
        Visitor visitor = demo.visitor();
        if (allowedBefore) {
            visitor.allow(workfront, Acme.SINGLE_PAGE);
            visitor = demo.visitor(visitor.user());
        }
        Page login = visitor.browser().open(preview.authorizeAddress(Acme.SINGLE_PAGE));

        visitor.browser().lose("AUTH_SESSION_ID");
        Page again = Way.logIn(login, visitor);

        assertIsGood(preview, new ConsentPage(Way.logIn(again, visitor)).allow().callback());
    }

    /** The cookie that it begins again from is too large for a browser then: it ends here, and not without its state. */
    @ParameterizedTest
    @ValueSource(ints = {900, 2000})
    void aLostLoginBeginsAgainWithItsStateOrNotAtAll(int length) {
        Map<String, String> query = Workfront.query(Acme.SINGLE_PAGE);
        query.put("state", "x".repeat(length));
        Visitor visitor = demo.visitor();
        Page login = visitor.browser().open(workfront.authorizeAddress(query));

        visitor.browser().lose("AUTH_SESSION_ID");
        Page again = Way.logIn(login, visitor);

        if (length > 1000) {
            assertThat(new ErrorPage(again).status()).isEqualTo(400);
        } else {
            Callback callback =
                    new ConsentPage(Way.logIn(again, visitor)).allow().callback();
            assertThat(callback.parameters()).containsEntry("state", query.get("state"));
        }
    }

    /** Keycloak takes it from the address of the page, which anybody can write. */
    @Test
    void aLostLoginKeepsTheRedirectUrlThatItBeganWith() {
        try (Demo.Temporary temporary = demo.singlePage(client -> ((ArrayNode) client.get("redirectUris"))
                .removeAll()
                .add("https://app.example/cb")
                .add("http://localhost:9999/spa"))) {
            Application https = new Application(temporary.clientId(), null, "https://app.example/cb");
            Visitor before = demo.visitor();
            before.allow(workfront, https);
            Visitor visitor = demo.visitor(before.user());
            visitor.browser().open(workfront.authorizeAddress(https));
            visitor.browser().lose("AUTH_SESSION_ID");

            Page again = visitor.browser()
                    .open(action("authenticate")
                            + "?"
                            + Form.encode(
                                    Map.of("client_id", https.clientId(), "tab_id", "x", "client_data", data("s"))));
            Callback callback = Way.logIn(again, visitor).callback();

            assertThat(callback.target()).isEqualTo(https.redirectUrl());
            Tokens.of(workfront.redeem(https, callback.code()));
        }
    }

    private static void assertIsGood(Workfront host, Callback callback) {
        assertThat(callback.target()).isEqualTo(Acme.SINGLE_PAGE.redirectUrl());
        assertThat(callback.parameters())
                .containsOnlyKeys("code", "domain", "lane", "state", "iss")
                .containsEntry("domain", "acme")
                .containsEntry("lane", "preview")
                .containsEntry("state", "the state")
                .containsEntry("iss", host.base());
        Tokens.of(host.redeem(Acme.SINGLE_PAGE, callback.code()));
    }

    // Whatever else goes wrong

    /** A web application without a challenge, which becomes a single page application while the user logs in. */
    @Test
    void aSinglePageApplicationsCodeWithoutAChallengeIsNeverRedeemed() {
        try (Demo.Temporary temporary = web()) {
            Visitor visitor = demo.visitor();
            Page login = visitor.browser().open(workfront.authorizeAddress(temporary.application()));
            becomeSinglePage(temporary);
            String code = new ConsentPage(Way.logIn(login, visitor))
                    .allow()
                    .callback()
                    .code();
            Map<String, String> fields = Map.of(
                    "grant_type",
                    "authorization_code",
                    "client_id",
                    temporary.clientId(),
                    "code",
                    code,
                    "redirect_uri",
                    temporary.application().redirectUrl());

            demo.refused(() -> workfront.post(workfront.tokenEndpoint(), fields))
                    .answers(400, "invalid_grant")
                    .records("CODE_TO_TOKEN_ERROR", "invalid_code");
        }
    }

    /** Users of a web application are not asked every time, those of a single page application are. */
    @Test
    void nothingGoesToADeviceWithoutTheConsentPage() {
        try (Demo.Temporary temporary = web()) {
            Visitor before = demo.visitor();
            before.allow(workfront, temporary.application());
            Visitor visitor = demo.visitor(before.user());
            Page login = visitor.browser().open(workfront.authorizeAddress(temporary.application()));
            becomeSinglePage(temporary);

            Page page = Way.logIn(login, visitor);

            // It is another application now: what the user allowed it before is withdrawn.
            assertThat(page.left()).isEmpty();
            assertThat(new ConsentPage(page).deny().callback().parameters()).doesNotContainKey("code");
        }
    }

    /** What the user allowed it in another browser meanwhile was not asked in this login (RFC 8252, 8.6). */
    @Test
    void consentThatWasGivenInAnotherLoginLeadsToNoDevice() {
        try (Demo.Temporary temporary = web()) {
            Visitor visitor = demo.visitor();
            Page login = visitor.browser().open(workfront.authorizeAddress(temporary.application()));
            becomeSinglePage(temporary);
            demo.visitor(visitor.user())
                    .allow(
                            workfront,
                            new Application(
                                    temporary.clientId(),
                                    null,
                                    temporary.application().redirectUrl()));
            demo.realm().events().clear();

            Page page = Way.logIn(login, visitor);

            assertThat(page.left()).isEmpty();
            assertThat(new ErrorPage(page).status()).isEqualTo(400);
            assertThat(demo.realm().events().errors())
                    .extracting(Event::type, Event::error)
                    .contains(org.assertj.core.api.Assertions.tuple("LOGIN_ERROR", "consent_denied"));
        }
    }

    private Demo.Temporary web() {
        return demo.web(client -> {});
    }

    private void becomeSinglePage(Demo.Temporary application) {
        demo.realm().clients().change(application.clientId(), client -> {
            client.put("publicClient", true);
            client.withObject("/attributes").put("workfront.application.type", "single-page");
        });
    }

    private Visitor visitor(Way way) {
        Visitor visitor = demo.visitor();
        if (way == Way.REQUIRED_ACTION) {
            demo.realm().users().change(visitor.user(), user -> user.putArray("requiredActions")
                    .add("UPDATE_PASSWORD"));
        }
        return visitor;
    }

    private String action(String path) {
        return workfront.organisation().realm() + "/login-actions/" + path;
    }
}
