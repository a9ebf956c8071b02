package org.workfrontoauth2.walkthrough;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class FormTest {

    private static final String HTML = """
            <form action="/language" method="get"><button name="switch">English</button></form>
            <form action="/consent?execution=1&amp;tab_id=2" method="POST">
              <input type="hidden" name="code" value="a&amp;b=">
              <input name="username" value="old"><input type="password" name="password">
              <input type="checkbox" name="unchecked"><input type="checkbox" name="checked" checked>
              <input type="radio" name="size" value="small"><input type="radio" name="size" value="large" checked>
              <input name="disabled" value="x" disabled><input value="nameless">
              <select name="lane"><option value="my">My</option><option value="preview" selected>P</option></select>
              <textarea name="note">two words</textarea>
              <button name="accept" type="submit">Yes</button>
              <input type="submit" name="cancel" value="No">
            </form>
            """;

    private final Document page = Jsoup.parse(HTML, "http://acme.my.localhost:8080/realms/acme/login");

    @Test
    void sendsWhatABrowserSends() {
        Request request = Form.withButton(page, "accept")
                .fill("username", "ali ce")
                .fill("password", "p&w")
                .press();

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.address()).isEqualTo("http://acme.my.localhost:8080/consent?execution=1&tab_id=2");
        assertThat(request.headers().first("Content-Type")).contains("application/x-www-form-urlencoded");
        assertThat(body(request))
                .isEqualTo("code=a%26b%3D&username=ali%20ce&password=p%26w&checked=on&size=large&lane=preview"
                        + "&note=two%20words&accept=");
    }

    @Test
    void sendsThePressedButtonAndNoOther() {
        assertThat(body(Form.withButton(page, "cancel").press()))
                .endsWith("&cancel=No")
                .doesNotContain("accept");
    }

    @Test
    void aFormWithGetReplacesTheQuery() {
        assertThat(Form.withButton(page, "switch").press().address())
                .isEqualTo("http://acme.my.localhost:8080/language?switch=");
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> Form.withButton(page, "login")).hasMessageContaining("login");
        Form form = Form.withButton(page, "accept");
        assertThatThrownBy(() -> form.fill("otp", "1")).hasMessageContaining("otp");
    }

    private static String body(Request request) {
        byte[] body = request.body();
        return body == null ? "" : new String(body, UTF_8);
    }
}
