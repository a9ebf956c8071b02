package org.workfrontoauth2.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.User;
import org.workfrontoauth2.walkthrough.Callback;

/** Contract, section 3: the user is asked. */
@RunsOn
@InABrowser
class ConsentIT {

    private static final Map<String, String> EVERYTHING = Map.of(
            "name",
            "Weekly report",
            "description",
            "Copies your projects into the weekly report and tells you what is late.",
            "developerName",
            "Acme Tools Ltd",
            "developerEmail",
            "tools@acme.example",
            "privacyPolicyUrl",
            "https://acme.example/privacy",
            "appDescriptionUrl",
            "https://acme.example/about?app=report&lang=en");

    private final KeycloakServer keycloak;
    private final Browser browser;
    private final User user;

    ConsentIT(KeycloakServer keycloak, Browser browser) {
        this.keycloak = keycloak;
        this.browser = browser;
        this.user = keycloak.realm().users().create();
    }

    @Test
    void whatIsAllowedComesBackAsACodeThatIsGood() {
        try (AskingApplication application = AskingApplication.called(keycloak, "Weekly report")) {
            asked(application).allow();

            Callback callback = application.callback();
            assertThat(callback.parameters()).containsEntry("domain", "acme").containsEntry("lane", "my");
            assertThat(application.userOf(callback)).isEqualTo(user.name());
        }
    }

    @Test
    void whatIsDeniedComesBackAsAccessDenied() {
        try (AskingApplication application = AskingApplication.called(keycloak, "Weekly report")) {
            asked(application, Map.of("state", "the state")).deny();

            assertThat(application.callback().parameters())
                    .containsEntry("error", "access_denied")
                    .containsEntry("state", "the state")
                    .containsEntry("domain", "acme")
                    .containsEntry("lane", "my")
                    .doesNotContainKey("code");
        }
    }

    @Test
    void whoAllowedOnceIsNotAskedAgain() {
        try (AskingApplication application = AskingApplication.called(keycloak, "Weekly report")) {
            asked(application).allow();
            application.callback();

            browser.open(application.address());

            assertThat(application.userOf(application.callback())).isEqualTo(user.name());
        }
    }

    @Test
    void whoDeniedIsAskedAgain() {
        try (AskingApplication application = AskingApplication.called(keycloak, "Weekly report")) {
            asked(application).deny();
            application.callback();

            asked(application).allow();

            assertThat(application.userOf(application.callback())).isEqualTo(user.name());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothingIsSentToARedirectUrlThatWasRemovedWhileTheUserWasAsked(boolean allowed) {
        try (AskingApplication application = AskingApplication.called(keycloak, "Weekly report")) {
            ConsentPage page = asked(application);
            application.rewrite(client -> client.putArray("redirectUris").add("http://localhost:9999/elsewhere"));
            keycloak.realm().events().clear();

            if (allowed) {
                page.allow();
            } else {
                page.deny();
            }

            assertThat(new ErrorPage(browser).message()).contains("redirect_uri");
            assertRecorded(application, "invalid_redirect_uri");
        }
    }

    @Test
    void nothingIsSentToAnApplicationThatBecameAnOrdinaryClientWhileTheUserWasAsked() {
        try (AskingApplication application = AskingApplication.called(keycloak, "Weekly report")) {
            ConsentPage page = asked(application);
            application.rewrite(
                    client -> client.withObjectProperty("attributes").put("workfront.application.type", ""));
            keycloak.realm().events().clear();

            page.allow();

            assertThat(new ErrorPage(browser).message()).isEqualTo("Client not found.");
            assertRecorded(application, "client_not_found");
        }
    }

    /** Whose login began with this request. */
    @ParameterizedTest
    @ValueSource(strings = {"my", "preview"})
    void somebodyElseCanLogIn(String lane) {
        User other = keycloak.realm().users().create();
        try (AskingApplication application = AskingApplication.called(keycloak, "Weekly report")) {
            browser.open(application.address(lane, Map.of("state", "the state")));
            new LoginPage(browser).logIn(user);

            new ConsentPage(browser).notYou().logIn(other);
            ConsentPage page = new ConsentPage(browser);
            assertThat(page.user()).contains(other.name()).doesNotContain(user.name() + ".");
            page.allow();

            Callback callback = application.callback();
            assertThat(callback.parameters()).containsEntry("lane", lane).containsEntry("state", "the state");
            assertThat(application.userOf(callback)).isEqualTo(other.name());
        }
    }

    /** Whose login is from before this request. */
    @Test
    void somebodyElseCanLogInWhereOneUserIsLoggedInAlready() {
        User other = keycloak.realm().users().create();
        try (AskingApplication first = AskingApplication.called(keycloak, "First");
                AskingApplication second = AskingApplication.called(keycloak, "Second")) {
            asked(first).allow();
            first.callback();
            browser.open(second.address(Map.of("state", "the state")));

            new ConsentPage(browser).notYou().logIn(other);
            new ConsentPage(browser).allow();

            Callback callback = second.callback();
            assertThat(callback.parameters()).containsEntry("lane", "my").containsEntry("state", "the state");
            assertThat(second.userOf(callback)).isEqualTo(other.name());
        }
    }

    @Test
    void thePageTellsWhoAsksForWhat() {
        try (AskingApplication application = new AskingApplication(keycloak, EVERYTHING)) {
            application.addLogo(Picture.png());

            ConsentPage page = asked(application);

            assertThat(page.title()).isEqualTo("Weekly report asks for your permission");
            assertThat(page.showsLogo()).isTrue();
            assertThat(page.initial()).isEmpty();
            assertThat(page.developer()).contains("By Acme Tools Ltd");
            assertThat(page.email()).contains("tools@acme.example");
            assertThat(page.description()).contains(EVERYTHING.get("description"));
            assertThat(page.permissions()).containsExactly("Use Workfront on your behalf");
            assertThat(page.user()).contains("You are logged in as " + user.name() + ".");
            assertThat(page.choices()).containsExactly("Allow", "Deny");
            assertThat(page.pages())
                    .containsExactly(
                            Map.entry(
                                    "About this application (opens in a new tab)", EVERYTHING.get("appDescriptionUrl")),
                            Map.entry("Privacy policy (opens in a new tab)", EVERYTHING.get("privacyPolicyUrl")));
            assertThat(page.relations()).hasSize(2).containsOnly("_blank noopener noreferrer");
        }
    }

    @Test
    void whatIsNotKnownIsNotShown() {
        try (AskingApplication application = AskingApplication.called(keycloak, "“weekly” report")) {
            ConsentPage page = asked(application);

            assertThat(page.showsLogo()).isFalse();
            assertThat(page.initial()).contains("W");
            assertThat(page.developer()).isEmpty();
            assertThat(page.email()).isEmpty();
            assertThat(page.description()).isEmpty();
            assertThat(page.pages()).isEmpty();
        }
    }

    @Test
    void thePageIsInKorean() {
        try (AskingApplication application = new AskingApplication(keycloak, EVERYTHING)) {
            ConsentPage page = asked(application, Map.of("ui_locales", "ko"));

            assertThat(page.title()).isEqualTo("Weekly report 앱이 권한을 요청합니다");
            assertThat(page.developer()).contains("개발자: Acme Tools Ltd");
            assertThat(page.permissions()).containsExactly("사용자를 대신하여 Workfront 사용");
            assertThat(page.user()).contains(user.name() + " 계정으로 로그인되어 있습니다.");
            assertThat(page.choices()).containsExactly("허용", "거부");
            assertThat(page.pages()).containsOnlyKeys("앱 소개 (새 탭에서 열림)", "개인정보 처리방침 (새 탭에서 열림)");
        }
    }

    /** Its longest words fit on a small phone. The pictures are to be looked at. */
    @ParameterizedTest
    @ValueSource(strings = {"ar", "de", "es", "fr", "it", "ja", "ko", "pt-BR", "zh-CN"})
    void thePageIsInTheLanguage(String language) {
        try (AskingApplication application = new AskingApplication(keycloak, EVERYTHING)) {
            ConsentPage page = asked(application, Map.of("ui_locales", language));

            assertThat(page.choices()).hasSize(2).doesNotContain("Allow", "Deny");
            assertThat(page.direction()).isEqualTo(language.equals("ar") ? "rtl" : "ltr");
            assertThat(page.directionOfSentences()).isEqualTo(page.direction());
            assertThat(browser.sized(320, 780).scrollsSideways()).isFalse();
            assertThat(browser.barriers()).isEmpty();
            assertThat(browser.screenshot("consent-" + language)).isNotEmptyFile();
        } finally {
            browser.sized(1280, 900);
        }
    }

    @Test
    void thePageIsInArabic() {
        try (AskingApplication application = new AskingApplication(keycloak, EVERYTHING)) {
            ConsentPage page = asked(application, Map.of("ui_locales", "ar"));

            assertThat(page.direction()).isEqualTo("rtl");
            assertThat(page.goesFromRightToLeft()).isTrue();
            assertThat(page.directionOfSentences()).isEqualTo("rtl");
            assertThat(page.choices()).containsExactly("السماح", "رفض");
            assertThat(browser.sized(320, 700).scrollsSideways()).isFalse();
            assertThat(browser.barriers()).isEmpty();
        }
    }

    /** A language that the page has no texts for: English words, from right to left like the rest. */
    @Test
    void thePageGoesFromRightToLeftWhereTheLanguageDoes() {
        keycloak.realm().change(realm -> realm.withArray("supportedLocales").add("fa"));
        try (AskingApplication application = new AskingApplication(keycloak, EVERYTHING)) {
            ConsentPage page = asked(application, Map.of("ui_locales", "fa"));

            assertThat(page.direction()).isEqualTo("rtl");
            assertThat(page.goesFromRightToLeft()).isTrue();
            assertThat(page.directionOfSentences()).isEqualTo("ltr");
            assertThat(page.choices()).containsExactly("Allow", "Deny");
            assertThat(browser.sized(320, 700).scrollsSideways()).isFalse();
            assertThat(browser.barriers()).isEmpty();
        } finally {
            keycloak.realm().change(realm -> {
                ArrayNode locales = realm.withArray("supportedLocales");
                for (int index = locales.size() - 1; index >= 0; index--) {
                    if (locales.get(index).asText().equals("fa")) {
                        locales.remove(index);
                    }
                }
            });
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<script>document.title='taken'</script>",
                "<img src=x onerror=document.title='taken'>",
                "\"><b>bold</b>&amp;",
                "${7*7}",
                "${kcSanitize(1)}",
                "${client.clientId} and ${locale.rtl}",
                "{0} {1,choice} '{'",
                "${a {0",
                "<#assign x=1>",
                "javascript:alert(1)"
            })
    void namesAreText(String name) {
        Map<String, String> fields = Map.of("name", name, "description", name, "developerName", name);
        try (AskingApplication application = new AskingApplication(keycloak, fields)) {
            ConsentPage page = asked(application);

            assertThat(page.name()).isEqualTo(name);
            assertThat(page.title()).isEqualTo(name + " asks for your permission");
            assertThat(page.description()).contains(name);
            assertThat(page.developer()).contains("By " + name);
            assertThat(browser.source()).doesNotContain("<script>document.title");
        }
    }

    @Test
    void namesDoNotTurnWhatStandsAroundThem() {
        Map<String, String> fields = Map.of("name", "Good\u202Eecilla\u2066 app\n", "developerName", "\u202Etdl emcA");
        try (AskingApplication application = new AskingApplication(keycloak, fields)) {
            ConsentPage page = asked(application);

            assertThat(page.name()).isEqualTo("Goodecilla app");
            assertThat(page.developer()).contains("By tdl emcA");
        }
    }

    /** Keycloak's own interfaces take them. */
    @Test
    void whatCannotBeSeenStandsForNothing() {
        try (AskingApplication application = AskingApplication.called(keycloak, "Weekly report")) {
            application.rewrite(client -> {
                client.put("name", "\u3164");
                client.put("description", "\u200B");
                client.withObjectProperty("attributes").put("consent.screen.text", "\u200B\u202E");
            });
            ConsentPage page = asked(application);

            assertThat(page.name()).isEqualTo(application.clientId());
            assertThat(page.description()).isEmpty();
            assertThat(page.permissions()).containsExactly("Use Workfront on your behalf");
        }
    }

    @Test
    void anAdministratorMaySayInOtherWordsWhatIsAllowed() {
        try (AskingApplication application = AskingApplication.called(keycloak, "Weekly report")) {
            application.rewrite(client ->
                    client.withObjectProperty("attributes").put("consent.screen.text", "Use \u202EAcme's\u202C APIs"));

            assertThat(asked(application).permissions()).containsExactly("Use Acme's APIs");
        }
    }

    /** As Keycloak's console promises for names of clients. */
    @Test
    void aNameMayBeAKey() {
        try (AskingApplication application = AskingApplication.called(keycloak, "${workfrontConsent}")) {
            assertThat(asked(application).name()).isEqualTo("Use Workfront on your behalf");
        }
    }

    /** Attributes can be written by anybody who administers clients, past our own rules. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)//https://acme.example",
                " javascript:alert(1)",
                "java\tscript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "http://acme.example/about",
                "//acme.example/about",
                "/about",
                "https:acme.example",
                "https://acme.example@elsewhere.example/"
            })
    void onlyHttpsIsALink(String url) {
        try (AskingApplication application = AskingApplication.called(keycloak, "Weekly report")) {
            application.rewrite(client -> attributes(client).put("workfront.description.url", url));

            assertThat(asked(application).pages()).isEmpty();
        }
    }

    @Test
    void aPictureFromAnUnprotectedPlaceIsNotShown() {
        try (AskingApplication application = AskingApplication.called(keycloak, "Weekly report")) {
            application.rewrite(client -> attributes(client)
                    .put("logoUri", "http://acme.example/logo.png")
                    .put("policyUri", "http://acme.example/privacy")
                    .put("tosUri", "http://acme.example/terms"));

            ConsentPage page = asked(application);

            assertThat(page.showsLogo()).isFalse();
            assertThat(page.initial()).contains("W");
            assertThat(page.pages()).isEmpty();
        }
    }

    @Test
    void theKeyboardIsEnoughToAllow() {
        try (AskingApplication application = new AskingApplication(keycloak, EVERYTHING)) {
            asked(application).allowByKeyboard();

            assertThat(application.userOf(application.callback())).isEqualTo(user.name());
        }
    }

    @Test
    void theKeyboardIsEnoughToDeny() {
        try (AskingApplication application = new AskingApplication(keycloak, EVERYTHING)) {
            asked(application).denyByKeyboard();

            assertThat(application.callback().parameters()).containsEntry("error", "access_denied");
        }
    }

    @Test
    void scriptsAreNotNeeded() {
        browser.withoutScripts();
        try (AskingApplication application = new AskingApplication(keycloak, EVERYTHING)) {
            asked(application).notYou().logIn(user);
            new ConsentPage(browser).allow();

            assertThat(application.userOf(application.callback())).isEqualTo(user.name());
        }
    }

    /** 320 pixels wide, and half of 640 at 200 %; with a name that has no place to break. */
    @ParameterizedTest
    @CsvSource({"320, 1", "640, 2"})
    void nothingStandsOutOfANarrowWindow(int width, int zoom) {
        try (AskingApplication application = AskingApplication.called(keycloak, "Report".repeat(40))) {
            browser.sized(width, 700, zoom).open(application.address());
            LoginPage login = new LoginPage(browser);
            assertThat(browser.scrollsSideways()).isFalse();
            login.logIn(user);
            new ConsentPage(browser);
            assertThat(browser.scrollsSideways()).isFalse();
            browser.open(application.address().replace("callback", "elsewhere"));
            new ErrorPage(browser);
            assertThat(browser.scrollsSideways()).isFalse();
        }
    }

    @Test
    void nobodyIsShutOut() {
        try (AskingApplication application = new AskingApplication(keycloak, EVERYTHING)) {
            application.addLogo(Picture.png());
            browser.open(application.address());
            LoginPage login = new LoginPage(browser);
            assertThat(browser.barriers()).isEmpty();
            login.logIn(user);
            new ConsentPage(browser);
            assertThat(browser.barriers()).isEmpty();
            browser.open(application.address().replace("callback", "elsewhere"));
            new ErrorPage(browser);
            assertThat(browser.barriers()).isEmpty();
        }
    }

    @Test
    void aRedirectUrlThatIsNotRegisteredIsAnErrorPage() {
        try (AskingApplication application = AskingApplication.called(keycloak, "Weekly report")) {
            browser.open(application.address().replace("callback", "elsewhere"));

            assertThat(new ErrorPage(browser).message()).isEqualTo("Invalid parameter: redirect_uri");
        }
    }

    @Test
    void anUnknownClientIsAnErrorPage() {
        try (AskingApplication application = AskingApplication.called(keycloak, "Weekly report")) {
            browser.open(application.address().replace("client_id=", "client_id=no-"));

            assertThat(new ErrorPage(browser).message()).isEqualTo("Client not found.");
        }
    }

    /** The pictures in the documents. */
    @Test
    void theMainPagesAreKeptAsPictures() {
        try (AskingApplication application = new AskingApplication(keycloak, EVERYTHING)) {
            application.addLogo(Picture.png());
            User alice = keycloak.realm().users().find("alice");
            browser.sized(800, 760).open(application.address());
            LoginPage login = new LoginPage(browser);
            browser.screenshot("login");
            login.logIn(alice);
            new ConsentPage(browser);
            browser.screenshot("consent");
            browser.in(Scheme.DARK).screenshot("consent-dark");
            browser.in(Scheme.LIGHT).sized(320, 780).screenshot("consent-phone");
            browser.sized(800, 760).open(application.address().replace("callback", "elsewhere"));
            new ErrorPage(browser);
            assertThat(browser.screenshot("error")).isNotEmptyFile();
        }
    }

    private ConsentPage asked(AskingApplication application) {
        return asked(application, Map.of());
    }

    /** Logs in for this application, if that is asked first. */
    private ConsentPage asked(AskingApplication application, Map<String, String> more) {
        browser.open(application.address(more));
        if (!browser.isAt(ConsentPage.ID)) {
            new LoginPage(browser).logIn(user);
        }
        return new ConsentPage(browser);
    }

    private static ObjectNode attributes(ObjectNode client) {
        return (ObjectNode) client.get("attributes");
    }

    private void assertRecorded(AskingApplication application, String error) {
        assertThat(keycloak.realm().events().errors()).anySatisfy(event -> {
            assertThat(event.type()).isEqualTo("LOGIN_ERROR");
            assertThat(event.error()).isEqualTo(error);
            assertThat(event.clientId()).isEqualTo(application.clientId());
            assertThat(event.userId()).isEqualTo(user.id());
        });
    }
}
