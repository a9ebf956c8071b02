package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Contract, section 2: what a client must be to be an application. */
class ClientRuleTest {

    /** A client that can be changed in one point. */
    private static final class Client {

        private String clientId = "notes";
        private final Map<String, String> attributes = new HashMap<>();
        private boolean bearerOnly;
        private boolean isPublic;
        private Optional<String> authenticator = Optional.of("client-secret");
        private boolean implicit;
        private boolean grantsOfItsOwn;
        private Optional<String> protocol = Optional.of("openid-connect");
        private boolean usersAreAsked = true;
        private Set<String> redirectUrls = Set.of("https://notes.example/cb");

        Client(ApplicationType type) {
            attributes.put(Setting.TYPE.key(), type.value());
            isPublic = !type.hasSecret();
            if (!type.hasRedirectUrls()) {
                redirectUrls = Set.of();
            }
        }

        Client with(String attribute, String value) {
            attributes.put(attribute, value);
            return this;
        }

        ClientFacts facts() {
            return new ClientFacts(
                    clientId,
                    attributes::get,
                    bearerOnly,
                    isPublic,
                    authenticator,
                    implicit,
                    grantsOfItsOwn,
                    protocol,
                    usersAreAsked,
                    redirectUrls);
        }

        Optional<Sentence> problemWhenWritten() {
            return ClientRule.problemWhenWritten(facts()).map(Said::sentence);
        }

        Optional<Sentence> problem() {
            ApplicationType type =
                    ApplicationType.of(attributes.get(Setting.TYPE.key())).orElseThrow();
            return ClientRule.problemOf(facts(), type).map(Said::sentence);
        }
    }

    private static Client web() {
        return new Client(ApplicationType.WEB);
    }

    @ParameterizedTest
    @EnumSource
    void clientThatFitsItsTypeIsAnApplication(ApplicationType type) {
        assertThat(new Client(type).problemWhenWritten()).isEmpty();
        assertThat(new Client(type).problem()).isEmpty();
    }

    @Test
    void settingsComeFirst() {
        Client client = web().with(Setting.ROTATE.key(), "perhaps");
        client.bearerOnly = true;

        assertThat(client.problemWhenWritten()).contains(Sentence.SETTING_FLAG);
    }

    @ParameterizedTest
    @CsvSource({"'.'", "'..'"})
    void clientIdThatLeadsAboveItsPathIsRefused(String clientId) {
        Client client = web();
        client.clientId = clientId;

        assertThat(client.problemWhenWritten()).contains(Sentence.CLIENT_ID);
    }

    @Test
    void clientThatOnlyChecksTokensIsRefused() {
        Client client = web();
        client.bearerOnly = true;

        assertThat(client.problemWhenWritten()).contains(Sentence.CLIENT_BEARER_ONLY);
        assertThat(client.problem()).contains(Sentence.CLIENT_BEARER_ONLY);
    }

    @ParameterizedTest
    @EnumSource
    void publicIsWhoHasNoSecretAndNobodyElse(ApplicationType type) {
        Client client = new Client(type);
        client.isPublic = type.hasSecret();
        Sentence expected = type.hasSecret() ? Sentence.CLIENT_CONFIDENTIAL : Sentence.CLIENT_PUBLIC;

        assertThat(client.problemWhenWritten()).contains(expected);
        assertThat(client.problem()).contains(expected);
    }

    @Test
    void otherAuthenticatorIsRefusedWhereThereIsASecret() {
        Client client = web();
        client.authenticator = Optional.of("client-jwt");
        Client singlePage = new Client(ApplicationType.SINGLE_PAGE);
        singlePage.authenticator = Optional.empty();

        assertThat(client.problemWhenWritten()).contains(Sentence.CLIENT_AUTHENTICATOR);
        assertThat(singlePage.problemWhenWritten()).isEmpty();
    }

    @Test
    void implicitFlowIsRefused() {
        Client client = web();
        client.implicit = true;

        assertThat(client.problemWhenWritten()).contains(Sentence.CLIENT_IMPLICIT);
    }

    @Test
    void grantsOfItsOwnAreRefused() {
        Client client = web();
        client.grantsOfItsOwn = true;

        assertThat(client.problemWhenWritten()).contains(Sentence.CLIENT_GRANTS);
    }

    @Test
    void otherProtocolIsRefused() {
        Client client = web();
        client.protocol = Optional.of("saml");

        assertThat(client.problemWhenWritten()).contains(Sentence.CLIENT_PROTOCOL);
        assertThat(client.problem()).contains(Sentence.CLIENT_PROTOCOL);
        client.protocol = Optional.empty();
        assertThat(client.problemWhenWritten()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"plain, CLIENT_PKCE", "S256,", "'',"})
    void otherChallengeThanS256IsRefused(String method, Sentence expected) {
        assertThat(web().with("pkce.code.challenge.method", method).problemWhenWritten())
                .isEqualTo(Optional.ofNullable(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "dpop.bound.access.tokens, true, CLIENT_BOUND",
        "dpop.bound.access.tokens, false,",
        "tls.client.certificate.bound.access.tokens, TRUE, CLIENT_BOUND",
        "require.pushed.authorization.requests, true, CLIENT_REQUEST",
        "require.pushed.authorization.requests, '',",
        "request.object.required, request only, CLIENT_REQUEST",
        "request.object.required, not required,",
    })
    void settingsThatWouldShutItOutOrBeIgnoredAreRefused(String attribute, String value, Sentence expected) {
        assertThat(web().with(attribute, value).problemWhenWritten()).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void machineToMachineApplicationHasNoRedirectUrls() {
        Client client = new Client(ApplicationType.MACHINE_TO_MACHINE);
        client.redirectUrls = Set.of("https://notes.example/cb");

        assertThat(client.problemWhenWritten()).contains(Sentence.CLIENT_URLS);
    }

    @Test
    void redirectUrlsKeepTheirOwnRules() {
        Client client = web();
        client.redirectUrls = Set.of("https://notes.example/*");

        assertThat(client.problemWhenWritten()).isPresent();
    }

    /** Every write sets it right; who switched it off past all writes is refused. */
    @Test
    void whoDoesNotAskUsersIsToldOnlyOnceItIsFound() {
        Client client = web();
        client.usersAreAsked = false;
        Client machine = new Client(ApplicationType.MACHINE_TO_MACHINE);
        machine.usersAreAsked = false;

        assertThat(client.problemWhenWritten()).isEmpty();
        assertThat(client.problem()).contains(Sentence.CLIENT_CONSENT);
        assertThat(machine.problem()).isEmpty();
    }

    /** Otherwise a rule could be added that nobody asks. */
    @Test
    void everyRuleCanBeBroken() {
        Client worst = new Client(ApplicationType.MACHINE_TO_MACHINE)
                .with("pkce.code.challenge.method", "plain")
                .with("dpop.bound.access.tokens", "true")
                .with("require.pushed.authorization.requests", "true")
                .with("request.object.required", "request only");
        worst.clientId = "..";
        worst.bearerOnly = true;
        worst.isPublic = true;
        worst.authenticator = Optional.empty();
        worst.implicit = true;
        worst.grantsOfItsOwn = true;
        worst.protocol = Optional.of("saml");
        worst.usersAreAsked = false;
        worst.redirectUrls = Set.of("javascript:alert(1)");

        EnumSet<ClientRule> broken = EnumSet.noneOf(ClientRule.class);
        for (ClientRule rule : ClientRule.values()) {
            if (rule.brokenBy(worst.facts(), ApplicationType.MACHINE_TO_MACHINE).isPresent()
                    || rule.brokenBy(worst.facts(), ApplicationType.WEB).isPresent()) {
                broken.add(rule);
            }
        }
        assertThat(broken).containsExactlyInAnyOrder(ClientRule.values());
    }
}
