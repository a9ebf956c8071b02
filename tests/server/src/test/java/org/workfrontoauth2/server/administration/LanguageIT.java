package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.Caller;
import org.workfrontoauth2.server.harness.OwnRealm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Answer;

/** Administrators are told in their language why something is refused, by our interface and by Keycloak's. */
@RunsOn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LanguageIT {

    private static final String ENGLISH = "type must be web, single-page or machine-to-machine.";
    private static final String KOREAN = "type은 web, single-page, machine-to-machine 중 하나여야 합니다.";

    private final OwnRealm realm;

    LanguageIT(OwnRealm realm) {
        this.realm = realm;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ko",
                "ko-KR",
                "KO",
                "xx, ko;q=0.5, en;q=0.1",
                "en;q=0.1, ko",
                "tlh, ko",
                "sv, nl-NL, ko;q=0.5, en;q=0.1"
            })
    void theSentenceIsInTheLanguageThatIsAccepted(String accepted) {
        assertSaid(refused(accepted), KOREAN, "ko");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "en, ko", "*", "xx", "sv", "", "ko;q=0", ",,;=", "ko;q=x", "../ko", "ko/../../x"})
    void elseItIsInEnglish(String accepted) {
        assertSaid(refused(accepted), ENGLISH, "en");
    }

    @ParameterizedTest
    @CsvSource({"de, de", "fr-CA, fr", "es-MX, es", "it, it", "pt-BR, pt", "ja, ja", "zh-CN, zh", "zh-Hans-CN, zh"})
    void everyLanguageOfOursIsSaid(String accepted, String language) {
        Answer answer = refused(accepted);

        assertThat(answer.member("errorMessage")).isNotEqualTo(ENGLISH).contains("single-page", "machine-to-machine");
        assertThat(answer.headers().all("Content-Language")).containsExactly(language);
    }

    /** Keycloak's themes answer in the realm's language for one that they do not have. */
    @Test
    void whatWeDoNotSpeakIsNotSaidInTheRealmsLanguage() {
        realm.realm().change(any -> {
            any.put("internationalizationEnabled", true);
            any.putArray("supportedLocales").add("en").add("ko");
            any.put("defaultLocale", "ko");
        });
        try {
            assertSaid(refused("sv"), ENGLISH, "en");
        } finally {
            realm.realm().change(any -> {
                any.put("internationalizationEnabled", false);
                any.put("defaultLocale", "en");
            });
        }
    }

    @Test
    void whoAcceptsEverythingInTheWorldGetsEnglish() {
        assertSaid(refused("xx, ".repeat(200) + "ko"), ENGLISH, "en");
    }

    @Test
    void whatIsRefusedBeforeTheResourceIsTranslatedToo() {
        Caller stranger =
                new Caller(realm.server(), realm.applications().caller().base(), "");

        assertSaid(stranger.send("GET", "", null, "Accept-Language", "ko"), "로그인하세요. 토큰이 없거나 유효하지 않습니다.", "ko");
    }

    @Test
    void keycloaksOwnInterfacesSayItInTheLanguageThatTheRealmWouldSpeak() {
        Map<String, Object> client = Map.of(
                "clientId",
                "wild",
                "publicClient",
                true,
                "redirectUris",
                List.of("https://app.example/*"),
                "attributes",
                Map.of("workfront.application.type", "single-page"));
        Caller owner = realm.as(OwnRealm.OWNER);

        Answer inEnglish = owner.send("POST", "/clients", client, "Accept-Language", "ko");
        realm.realm().change(any -> {
            any.put("internationalizationEnabled", true);
            any.putArray("supportedLocales").add("en").add("ko");
        });
        Answer inKorean = owner.send("POST", "/clients", client, "Accept-Language", "ko");

        assertThat(List.of(inEnglish.status(), inKorean.status())).containsOnly(400);
        assertThat(inEnglish.member("errorMessage"))
                .isEqualTo(
                        "The redirect URLs of an OAuth2 application must not contain a wildcard, because they must match"
                                + " exactly.");
        assertThat(inKorean.member("errorMessage"))
                .isEqualTo("OAuth2 애플리케이션의 리디렉션 URL에는 와일드카드를 쓸 수 없습니다. 정확히 일치하는지 비교합니다.");
    }

    private Answer refused(String accepted) {
        return realm.applications()
                .caller()
                .send("POST", "", Map.of("type", "mobile", "name", "It"), "Accept-Language", accepted);
    }

    private static void assertSaid(Answer answer, String sentence, String language) {
        assertThat(answer.member("errorMessage")).as(answer.toString()).isEqualTo(sentence);
        assertThat(answer.headers().all("Content-Language")).containsExactly(language);
    }
}
