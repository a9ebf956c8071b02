package org.workfrontoauth2.contract;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a client must be to be an application (contract, section 2). The first rule that is broken is the one that is
 * reported. All rules are checked when a client is written. Those that a client could break without a write are checked
 * with every request.
 */
public enum ClientRule {
    /** Whoever asks for such a path is led above it (RFC 3986, 5.2.4), to the realm itself. */
    CLIENT_ID(false, (client, type) -> when(List.of(".", "..").contains(client.clientId()), Sentence.CLIENT_ID)),
    BEARER_ONLY(true, (client, type) -> when(client.bearerOnly(), Sentence.CLIENT_BEARER_ONLY)),
    SECRET(
            true,
            (client, type) -> when(
                    client.isPublic() == type.hasSecret(),
                    type.hasSecret() ? Sentence.CLIENT_CONFIDENTIAL : Sentence.CLIENT_PUBLIC)),
    AUTHENTICATOR(
            false,
            (client, type) -> when(
                    type.hasSecret() && !client.authenticator().equals(Optional.of(ClientRule.ID_AND_SECRET)),
                    Sentence.CLIENT_AUTHENTICATOR)),
    IMPLICIT(false, (client, type) -> when(client.implicit(), Sentence.CLIENT_IMPLICIT)),
    GRANTS(false, (client, type) -> when(client.grantsOfItsOwn(), Sentence.CLIENT_GRANTS)),
    PROTOCOL(
            true,
            (client, type) -> when(
                    client.protocol()
                            .filter(protocol -> !protocol.equals(ClientRule.OPENID_CONNECT))
                            .isPresent(),
                    Sentence.CLIENT_PROTOCOL)),
    CHALLENGE(
            false,
            (client, type) -> when(
                    client.attribute("pkce.code.challenge.method")
                            .filter(method -> !method.equals("S256"))
                            .isPresent(),
                    Sentence.CLIENT_PKCE)),
    /** They promise a protection that session IDs do not have: "true" would be accepted and ignored. */
    BINDINGS(
            false, (client, type) -> Stream.of("dpop.bound.access.tokens", "tls.client.certificate.bound.access.tokens")
                    .filter(client::isOn)
                    .findFirst()
                    .map(Sentence.CLIENT_BOUND::with)),
    /** With it the server lets nobody log in who was not pushed, and applications cannot push. */
    PUSHED_REQUESTS(false, (client, type) -> Optional.of("require.pushed.authorization.requests")
            .filter(client::isOn)
            .map(Sentence.CLIENT_REQUEST::with)),
    REQUEST_OBJECTS(false, (client, type) -> Optional.of("request.object.required")
            .filter(name -> client.attribute(name)
                    .filter(value -> !value.equals("not required"))
                    .isPresent())
            .map(Sentence.CLIENT_REQUEST::with)),
    NO_REDIRECT_URLS(
            false,
            (client, type) ->
                    when(!type.hasRedirectUrls() && !client.redirectUrls().isEmpty(), Sentence.CLIENT_URLS)),
    REDIRECT_URLS(false, (client, type) -> client.redirectUrls().stream()
            .map(url -> RedirectUrl.problem(url, type, Sentence.URLS_OF_APPLICATION.with()))
            .flatMap(Optional::stream)
            .findFirst()),
    /** Nobody needs to be told: with every write, it is set right. */
    CONSENT(
            true,
            false,
            (client, type) -> when(type.hasRedirectUrls() && !client.usersAreAsked(), Sentence.CLIENT_CONSENT));

    private static final String ID_AND_SECRET = "client-secret";
    private static final String OPENID_CONNECT = "openid-connect";

    private final boolean withEveryRequest;
    private final boolean whenWritten;
    private final BiFunction<ClientFacts, ApplicationType, Optional<Said>> problem;

    ClientRule(boolean withEveryRequest, BiFunction<ClientFacts, ApplicationType, Optional<Said>> problem) {
        this(withEveryRequest, true, problem);
    }

    ClientRule(
            boolean withEveryRequest,
            boolean whenWritten,
            BiFunction<ClientFacts, ApplicationType, Optional<Said>> problem) {
        this.withEveryRequest = withEveryRequest;
        this.whenWritten = whenWritten;
        this.problem = problem;
    }

    private static Optional<Said> when(boolean broken, Sentence sentence) {
        return broken ? Optional.of(sentence.with()) : Optional.empty();
    }

    /** How this client breaks the rule. */
    Optional<Said> brokenBy(ClientFacts client, ApplicationType type) {
        return problem.apply(client, type);
    }

    /** Why this client, as it is written, makes no application: its settings first. */
    public static Optional<Said> problemWhenWritten(ClientFacts client) {
        return ApplicationSettings.problem(client.attribute()).or(() -> first(client, rule -> rule.whenWritten));
    }

    /** Why this client, as it was found, cannot be an application, whatever its settings say. */
    public static Optional<Said> problemOf(ClientFacts client, ApplicationType type) {
        return first(client, type, rule -> rule.withEveryRequest);
    }

    private static Optional<Said> first(ClientFacts client, Predicate<ClientRule> which) {
        return ApplicationSettings.read(client.attribute()).flatMap(settings -> first(client, settings.type(), which));
    }

    private static Optional<Said> first(ClientFacts client, ApplicationType type, Predicate<ClientRule> which) {
        return Stream.of(values())
                .filter(which)
                .map(rule -> rule.brokenBy(client, type))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
