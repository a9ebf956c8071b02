package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract, section 3: public applications on the user's own device are allowed anew every time (RFC 8252, 8.6). */
class AskedEveryTimeTest {

    private static AuthorizeRequest request(String redirectUri, String more) {
        return AuthorizeRequest.read("client_id=a&response_type=code&redirect_uri=" + redirectUri + more)
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:9999/spa", "http://127.0.0.1/cb", "com.example.app:/cb"})
    void onTheDeviceSinglePageApplicationsAsk(String redirectUri) {
        AuthorizeRequest request = request(redirectUri, "");

        assertThat(request.asksEveryTime(ApplicationType.SINGLE_PAGE)).isTrue();
        assertThat(request.forServer(ApplicationType.SINGLE_PAGE, false)).containsEntry("prompt", "consent");
    }

    @Test
    void onTheDeviceApplicationsWithASecretDoNot() {
        AuthorizeRequest request = request("http://localhost:9999/callback", "");

        assertThat(request.asksEveryTime(ApplicationType.WEB)).isFalse();
        assertThat(request.forServer(ApplicationType.WEB, false)).doesNotContainKey("prompt");
    }

    @Test
    void onTheWebSinglePageApplicationsDoNot() {
        AuthorizeRequest request = request("https://app.example/cb", "&prompt=login");

        assertThat(request.asksEveryTime(ApplicationType.SINGLE_PAGE)).isFalse();
        assertThat(request.forServer(ApplicationType.SINGLE_PAGE, false)).containsEntry("prompt", "login");
    }

    @Test
    void withoutARedirectUrlThereIsNothingToAsk() {
        assertThat(request("", "").asksEveryTime(ApplicationType.SINGLE_PAGE)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'',     consent",
        "login,  login consent",
        "none,   none consent",
        "select_account+login, select_account login consent",
    })
    void whatTheApplicationPromptsForIsKept(String prompt, String merged) {
        assertThat(request("http://localhost:9999/spa", "&prompt=" + prompt)
                        .forServer(ApplicationType.SINGLE_PAGE, false))
                .containsEntry("prompt", merged);
    }
}
