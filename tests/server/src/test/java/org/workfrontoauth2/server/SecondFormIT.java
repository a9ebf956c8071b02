package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.Event;
import org.workfrontoauth2.server.harness.Form;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Browser;
import org.workfrontoauth2.walkthrough.Callback;
import org.workfrontoauth2.walkthrough.ConsentPage;
import org.workfrontoauth2.walkthrough.ErrorPage;
import org.workfrontoauth2.walkthrough.LoginPage;
import org.workfrontoauth2.walkthrough.Page;
import org.workfrontoauth2.walkthrough.Request;

/** Contract, section 3: state, issuer and labels are on every answer, also on that to a form that was sent twice. */
@RunsOn
class SecondFormIT {

    private static final int LONGEST = 2000;

    private final Demo demo;

    SecondFormIT(KeycloakServer keycloak) {
        this.demo = new Demo(keycloak);
    }

    enum Button {
        LOG_IN,
        ALLOW,
        DENY;

        /** The page with this button; all before it are done. */
        Page page(Visitor visitor, String address) {
            Page login = visitor.browser().open(address);
            return this == LOG_IN
                    ? login
                    : new LoginPage(login)
                            .logIn(visitor.user().name(), visitor.user().password());
        }

        Request press(Page page, Visitor visitor) {
            return switch (this) {
                case LOG_IN ->
                    page.pressing(
                            "login",
                            Map.of(
                                    "username",
                                    visitor.user().name(),
                                    "password",
                                    visitor.user().password()));
                case ALLOW -> page.pressing("accept", Map.of());
                case DENY -> page.pressing("cancel", Map.of());
            };
        }
    }

    /** The first answer has arrived, cookies and all. */
    @ParameterizedTest
    @EnumSource(names = {"LOG_IN", "ALLOW"})
    void theSecondAnswerIsThatOfTheHostWhereTheLoginBegan(Button button) {
        Workfront preview = demo.on(Demo.PREVIEW);
        Visitor visitor = visitor(button);
        Request pressed = button.press(button.page(visitor, preview.authorizeAddress(Acme.WEB)), visitor);
        visitor.browser().send(pressed).callback();
        demo.realm().events().clear();

        Callback second = visitor.browser().send(pressed).callback();

        assertThat(second.parameters())
                .containsOnlyKeys("error", "error_description", "domain", "lane", "state", "iss")
                .containsEntry("error", "temporarily_unavailable");
        assertIsOf(preview, second, "the state");
        assertThat(demo.realm().events().errors())
                .extracting(Event::type, Event::error)
                .containsExactly(tuple("LOGIN_ERROR", "already_logged_in"));
    }

    /** Both were sent before the first answer came: the second one knows nothing of it. */
    @ParameterizedTest
    @EnumSource
    void soItIsWhereBothAreSentAtOnce(Button button) {
        Workfront preview = demo.on(Demo.PREVIEW);
        Visitor visitor = visitor(button);
        Request pressed = button.press(button.page(visitor, preview.authorizeAddress(Acme.WEB)), visitor);
        Browser meanwhile = visitor.browser().copy();
        assertIsOf(preview, visitor.browser().send(pressed).callback(), "the state");

        Page second = meanwhile.send(pressed);
        if (second.left().isEmpty()) {
            second = new LoginPage(second)
                    .logIn(visitor.user().name(), visitor.user().password());
        }
        if (second.left().isEmpty()) {
            second = new ConsentPage(second).allow();
        }

        assertIsOf(preview, second.callback(), "the state");
        Tokens.of(preview.redeem(Acme.WEB, second.callback().code()));
    }

    @Test
    void onTheRealmsPathItIsTheRealms() {
        Workfront below = demo.on("localhost").below();
        Visitor visitor = demo.visitor();
        Request pressed = Button.ALLOW.press(Button.ALLOW.page(visitor, below.authorizeAddress(Acme.WEB)), visitor);
        visitor.browser().send(pressed).callback();

        Callback second = visitor.browser().send(pressed).callback();

        assertThat(second.parameters())
                .containsEntry("domain", "acme")
                .containsEntry("lane", "my")
                .containsEntry("state", "the state")
                .containsEntry("iss", below.base() + "/integrations/oauth2");
    }

    /** The longest states that come back, in the alphabets that take the least and the most to carry. */
    static Stream<String> longestStates() {
        return Stream.of(
                "x".repeat(LONGEST),
                "한".repeat(LONGEST),
                "\ud83d\ude00".repeat(LONGEST / 2),
                "\n".repeat(LONGEST),
                "&=#?%+ \"\\".repeat(LONGEST / 9));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("longestStates")
    void theLongestStateComesBackOnEveryWay(String state) {
        Workfront preview = demo.on(Demo.PREVIEW);
        Map<String, String> query = Workfront.query(Acme.WEB);
        query.put("state", state);
        Visitor visitor = demo.visitor();
        String address = preview.authorizeAddress(query);

        Page consent = visitor.logIn(address);
        assertIsOf(preview, new ConsentPage(consent).deny().callback(), state);
        Page again = visitor.browser().open(address);
        Request allow = again.id().equals("login-login")
                ? Button.ALLOW.press(Button.ALLOW.page(visitor, address), visitor)
                : Button.ALLOW.press(again, visitor);
        assertIsOf(preview, visitor.browser().send(allow).callback(), state);
        assertIsOf(preview, visitor.browser().send(allow).callback(), state);
        query.put("response_type", "token");
        assertIsOf(
                preview, visitor.browser().open(preview.authorizeAddress(query)).callback(), state);
        query.put("response_type", "code");
        query.put("prompt", "none");
        assertIsOf(
                preview,
                new Browser(preview.server())
                        .open(preview.authorizeAddress(query))
                        .callback(),
                state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "response_type", "code_challenge", "prompt", "client_id"})
    void alongerStateNeverRedirects(String wrongToo) {
        Map<String, String> query = Workfront.query(Acme.SINGLE_PAGE);
        query.put("state", "x".repeat(LONGEST + 1));
        if (!wrongToo.isEmpty()) {
            query.put(wrongToo, wrongToo.equals("prompt") ? "none" : "wrong");
        }
        demo.realm().events().clear();

        Page page = new Browser(demo.workfront().server()).open(demo.workfront().authorizeAddress(query));

        assertThat(page.left()).isEmpty();
        assertThat(new ErrorPage(page).status()).isEqualTo(400);
        String error = wrongToo.equals("client_id") ? "client_not_found" : "invalid_request";
        assertThat(demo.realm().events().errors())
                .extracting(Event::type, Event::error)
                .containsExactly(tuple("LOGIN_ERROR", error));
    }

    @Test
    void norDoesItAtTheStandardEndpoint() {
        Map<String, String> query = Workfront.query(Acme.WEB);
        query.put("state", "x".repeat(LONGEST + 1));
        demo.realm().events().clear();

        Page page = new Browser(demo.workfront().server())
                .open(demo.workfront().standardEndpoint("auth") + "?" + Form.encode(query));

        assertThat(new ErrorPage(page).status()).isEqualTo(400);
        assertThat(demo.realm().events().errors())
                .extracting(Event::type, Event::error)
                .containsExactly(tuple("LOGIN_ERROR", "invalid_request"));
    }

    /** A library that was told endpoints only takes {@code iss} for an attack. */
    @Test
    void theIssuerIsLeftOutWhereTheApplicationSaysSo() {
        Map<String, String> setting = Map.of("exclude.issuer.from.auth.response", "true");
        try (Demo.Temporary temporary = demo.singlePage(setting)) {
            Visitor visitor = demo.visitor();
            String address = demo.workfront().authorizeAddress(temporary.application());
            Request allow = Button.ALLOW.press(Button.ALLOW.page(visitor, address), visitor);

            Callback allowed = visitor.browser().send(allow).callback();
            Callback second = visitor.browser().send(allow).callback();
            Callback denied =
                    new ConsentPage(visitor.browser().open(address)).deny().callback();
            Map<String, String> query = Workfront.query(temporary.application());
            query.put("response_type", "token");
            Callback refused = visitor.browser()
                    .open(demo.workfront().authorizeAddress(query))
                    .callback();

            assertThat(allowed.parameters()).containsOnlyKeys("code", "domain", "lane", "state");
            for (Callback error : new Callback[] {second, denied, refused}) {
                assertThat(error.parameters())
                        .containsKeys("error", "domain", "lane", "state")
                        .doesNotContainKey("iss");
            }
        }
    }

    /** One who is not asked, where the login button shall be the last one. */
    private Visitor visitor(Button button) {
        Visitor visitor = demo.visitor();
        if (button != Button.LOG_IN) {
            return visitor;
        }
        visitor.allow(demo.workfront(), Acme.WEB);
        return demo.visitor(visitor.user());
    }

    private static void assertIsOf(Workfront host, Callback callback, String state) {
        assertThat(callback.parameters())
                .containsEntry("domain", "acme")
                .containsEntry("lane", "preview")
                .containsEntry("state", state)
                .containsEntry("iss", host.base());
    }
}
