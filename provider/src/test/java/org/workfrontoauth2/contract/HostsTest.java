package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract, sections 1 and 9: which hosts are served, and what their labels say. */
class HostsTest {

    private static final String LONGEST_LABEL = "a".repeat(63);

    private final Hosts hosts = new Hosts(
            List.of("workfront.example", "LocalHost"),
            Map.of("OAuth.my.workfront.example", "Fusion", "login.example", "acme", "admin.example", "master"),
            Optional.empty());

    @ParameterizedTest
    @CsvSource({
        "acme.my.workfront.example,          acme, my",
        "acme.preview.workfront.example,     acme, preview",
        "acme.sb01.workfront.example,        acme, sb01",
        "acme.testdrive.workfront.example,   acme, testdrive",
        "acme.my.workfront.example:8443,     acme, my",
        "acme.my.localhost:8080,             acme, my",
        "ACME.My.WorkFront.Example,          acme, my",
        "a-1.2-b.workfront.example,          a-1,  2-b",
    })
    void theFirstLabelIsTheRealmAndTheDomainAndTheSecondTheLane(String host, String domain, String lane) {
        assertThat(hosts.served(host, any -> true)).contains(new Hosts.Served(domain, new Organisation(domain, lane)));
    }

    @Test
    void labelsHaveAtMost63Characters() {
        assertThat(hosts.served(LONGEST_LABEL + "." + LONGEST_LABEL + ".workfront.example", any -> true))
                .isPresent();
        assertThat(hosts.served(LONGEST_LABEL + "a.my.workfront.example", any -> true))
                .isEmpty();
        assertThat(hosts.served("acme." + LONGEST_LABEL + "a.workfront.example", any -> true))
                .isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                ":8080",
                "localhost",
                "acme",
                "acme.localhost",
                "workfront.example",
                "acme.workfront.example",
                "127.0.0.1",
                "127.0.0.1:8080",
                "[::1]",
                "[::1]:8080",
                "::1",
                "acme.my.elsewhere.example",
                "acme.my.notworkfront.example",
                "acme.my.workfront.example.elsewhere.example",
                "www.acme.my.workfront.example",
                "acme.my.workfront.example.",
                ".my.workfront.example",
                "acme..workfront.example",
                "ac_me.my.workfront.example",
                "acme.m_y.workfront.example",
                "äcme.my.workfront.example",
                "ac%6de.my.workfront.example",
                "user@acme.my.workfront.example",
                " acme.my.workfront.example",
                "acme.my.workfront.example:1:2",
                "acme/my.workfront.example"
            })
    void otherHostsAreNotServed(String host) {
        assertThat(hosts.served(host, any -> true)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"master.my.workfront.example", "MASTER.preview.localhost:8080", "admin.example"})
    void theServersOwnRealmIsNotServed(String host) {
        assertThat(hosts.served(host, any -> true)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "oauth.my.workfront.example,      Fusion",
        "OAUTH.MY.workfront.example:8443, Fusion",
        "login.example,                   acme",
    })
    void theFrontDoorStandsForItsRealmInProduction(String host, String realm) {
        assertThat(hosts.served(host, any -> true)).contains(new Hosts.Served(realm, new Organisation(realm, "my")));
    }

    @Test
    void onlyTheFrontDoorItselfIsOne() {
        assertThat(hosts.served("acme.my.login.example", any -> true)).isEmpty();
        assertThat(hosts.served("oauth.preview.workfront.example", any -> true))
                .contains(new Hosts.Served("oauth", new Organisation("oauth", "preview")));
    }

    @Test
    void withoutConfigurationNoHostIsServed() {
        Hosts none = Hosts.none();

        assertThat(none.served("acme.my.workfront.example", any -> true)).isEmpty();
        assertThat(none.organisation("acme", "acme.my.workfront.example", any -> true))
                .isEqualTo(new Organisation("acme", "my"));
    }

    @ParameterizedTest
    @CsvSource({
        "acme,   acme.preview.workfront.example,      acme,   preview",
        "acme,   ACME.Preview.Workfront.Example:8443, acme,   preview",
        "acme,   other.preview.workfront.example,     acme,   my",
        "acme,   localhost:8080,                      acme,   my",
        "acme,   127.0.0.1,                           acme,   my",
        "acme,   ,                                    acme,   my",
        "Fusion, oauth.my.workfront.example,          Fusion, my",
        "master, master.preview.workfront.example,    master, my",
    })
    void onTheRealmsPathLabelsCountOnlyWhenTheHostIsTheRealms(String realm, String host, String domain, String lane) {
        assertThat(hosts.organisation(realm, host, any -> true)).isEqualTo(new Organisation(domain, lane));
    }

    @ParameterizedTest
    @CsvSource({
        "acme.my.workfront.example,      true",
        "acme.SB01.workfront.example,    true",
        "acme.preview.workfront.example, false",
        "acme.sb02.workfront.example,    false",
        "oauth.preview.example,          true",
    })
    void onlyTheLanesOfTheListAreServed(String host, boolean served) {
        Hosts listed = new Hosts(
                List.of("workfront.example"),
                Map.of("oauth.preview.example", "acme"),
                Optional.of(List.of("my", "Sb01")));

        assertThat(listed.served(host, any -> true).isPresent()).isEqualTo(served);
    }

    @Test
    void aLaneThatIsNotServedIsNotNamedOnTheRealmsPathEither() {
        Hosts listed = new Hosts(List.of("workfront.example"), Map.of(), Optional.of(List.of("my")));

        assertThat(listed.organisation("acme", "acme.preview.workfront.example", any -> true))
                .isEqualTo(new Organisation("acme", "my"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s_b", "my.preview", "my preview", "*", "my;preview"})
    void whatIsNoLaneKeepsTheServerFromStarting(String lane) {
        assertThatThrownBy(() -> new Hosts(List.of(), Map.of(), Optional.of(List.of("my", lane))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A lane may have letters, digits and dashes only, at most 63: " + lane);
    }

    @Test
    void aListOfNoLanesKeepsTheServerFromStarting() {
        assertThatThrownBy(() -> new Hosts(List.of(), Map.of(), Optional.of(List.of())))
                .hasMessage("The list of lanes is empty. Leave it out to serve any lane.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".example", "example.", "*.example", "https://example", "a..b", "example:8443", "a/b"})
    void whatIsNoHostKeepsTheServerFromStarting(String text) {
        assertThatThrownBy(() -> new Hosts(List.of(text), Map.of(), Optional.empty()))
                .hasMessage("A host suffix may have letters, digits and dashes only, with single dots between them: "
                        + text);
        assertThatThrownBy(() -> new Hosts(List.of(), Map.of(text, "acme"), Optional.empty()))
                .hasMessageStartingWith("The host of a front door may have letters");
    }

    @ParameterizedTest
    @CsvSource({
        "origin-acme.my.workfront.example,        acme,        my",
        "Origin-Acme.sb01.workfront.example:8443, acme,        sb01",
        "origin-beta.my.workfront.example,        origin-beta, my",
        "origin-origin-acme.my.localhost,         origin-acme, my",
        "origin-.my.localhost,                    origin-,     my",
        "original.my.localhost,                   original,    my",
    })
    void thePrefixOriginIsLeftOutWhereThatIsNoDomain(String host, String domain, String lane) {
        assertThat(hosts.served(host, "origin-beta"::equals))
                .contains(new Hosts.Served(domain, new Organisation(domain, lane)));
        assertThat(hosts.organisation(domain, host, "origin-beta"::equals)).isEqualTo(new Organisation(domain, lane));
    }

    @Test
    void behindThePrefixTheServersOwnRealmIsNotServedEither() {
        assertThat(hosts.served("origin-master.my.workfront.example", none -> false))
                .isEmpty();
    }

    @Test
    void onlyHostsWithThePrefixAskWhichDomainsThereAre() {
        assertThat(hosts.served("acme.my.workfront.example", name -> {
                    throw new AssertionError(name);
                }))
                .isPresent();
        assertThat(hosts.hasPrefix("ORIGIN-acme.my.workfront.example")).isTrue();
        assertThat(hosts.hasPrefix("acme.my.workfront.example")).isFalse();
        assertThat(hosts.hasPrefix(null)).isFalse();
    }
}
