package org.workfrontoauth2.server.browser.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.browser.Browser;
import org.workfrontoauth2.server.browser.InABrowser;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;

/** The pages in the console in every language they are translated to. The pictures are to be looked at. */
@RunsOn
@InABrowser(keepsLogin = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LanguagesIT {

    private static final List<String> LANGUAGES = List.of("en", "de", "es", "fr", "it", "ja", "ko", "pt-BR", "zh-CN");

    @RegisterExtension
    private final OwnConsole own;

    private final Browser browser;
    private final OwnRealm realm;
    private final Console console;

    LanguagesIT(KeycloakServer keycloak, Browser browser) {
        this.own = new OwnConsole(keycloak, browser);
        this.browser = browser;
        this.realm = own.realm();
        this.console = own.console();
        realm.realm()
                .change(all -> all.put("internationalizationEnabled", true).putPOJO("supportedLocales", LANGUAGES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "es", "fr", "it", "ja", "ko", "pt-BR", "zh-CN"})
    void thePagesAreInTheLanguageAndFitOnASmallPhone(String language) {
        String clientId = own.create("web");
        realm.realm().users().change(console.user(), user -> user.withObject("/attributes")
                .putPOJO("locale", List.of(language)));

        browser.sized(1280, 900);
        ApplicationsPage list = console.list();
        assertThat(list.language()).isEqualTo(language);
        assertThat(list.text()).doesNotContain("Create app integration", "Last used", "Web application");
        assertThat(browser.barriers()).isEmpty();
        browser.sized(320, 700);
        console.open("oauth2-applications");
        new ApplicationsPage(browser).applications();
        assertThat(browser.scrollsSideways()).as("list").isFalse();
        browser.screenshot("console-list-" + language);
        SettingsTab settings = console.application(clientId);
        settings.value("name");
        assertThat(browser.scrollsSideways()).as("settings").isFalse();
        assertThat(browser.screenshot("console-settings-" + language)).isNotEmptyFile();
    }
}
