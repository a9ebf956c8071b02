package org.workfrontoauth2.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrowserTest {

    private static final String HOST = "http://acme.my.localhost:8080";

    /** Gives prepared answers, one after the other, and remembers what it was asked. */
    private static final class Script implements Server {
        private final Deque<Response> answers = new ArrayDeque<>();
        private final List<Request> asked = new ArrayList<>();

        @Override
        public Response send(Request request) {
            asked.add(request);
            return answers.remove();
        }

        @Override
        public boolean serves(String address) {
            return address.startsWith(HOST + "/");
        }
    }

    private final Script server = new Script();
    private final Browser browser = new Browser(server);

    @Test
    void followsRedirectsOnTheServerAndKeepsCookies() {
        server.answers.add(
                new Response(303, Headers.NONE.and("Location", "/login?x=1").and("Set-Cookie", "a=1; Path=/"), ""));
        server.answers.add(new Response(200, Headers.NONE, "<body data-page-id='login-login'></body>"));

        Page page = browser.open(HOST + "/start");

        assertThat(page.id()).isEqualTo("login-login");
        assertThat(page.address()).isEqualTo(HOST + "/login?x=1");
        assertThat(server.asked.get(1).headers().first("Cookie")).contains("a=1");
    }

    @Test
    void neverOpensTheRedirectToTheApplication() {
        server.answers.add(new Response(
                302, Headers.NONE.and("Location", "http://localhost:9999/callback?code=c&state=x%2By+z"), ""));

        Callback callback = browser.open(HOST + "/start").callback();

        assertThat(server.asked).hasSize(1);
        assertThat(callback.target()).isEqualTo("http://localhost:9999/callback");
        assertThat(callback.code()).isEqualTo("c");
        assertThat(callback.parameter("state")).contains("x+y z");
    }

    @Test
    void aCustomSchemeLeavesTheServerToo() {
        server.answers.add(new Response(302, Headers.NONE.and("Location", "com.example.app:/cb?code=c"), ""));

        assertThat(browser.open(HOST + "/start").callback().target()).isEqualTo("com.example.app:/cb");
    }

    @Test
    void anotherPageThanExpectedSaysWhichOne() {
        server.answers.add(new Response(
                400, Headers.NONE, "<body data-page-id='login-error'><h1 id='kc-page-title'>Sorry</h1></body>"));
        Page page = browser.open(HOST + "/start");

        assertThatThrownBy(() -> new LoginPage(page))
                .isInstanceOf(UnexpectedPage.class)
                .hasMessageContaining("login-login")
                .hasMessageContaining("login-error")
                .hasMessageContaining("Sorry");
    }
}
