package org.workfrontoauth2.keycloak.application;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.workfrontoauth2.contract.ApplicationType;
import org.workfrontoauth2.contract.Said;
import org.workfrontoauth2.contract.Sentence;
import org.workfrontoauth2.contract.Setting;
import org.workfrontoauth2.contract.StoredText;
import org.workfrontoauth2.keycloak.language.BrokenRule;

/**
 * A client as another tool sends it through Keycloak's own interfaces, to be an application (contract, section 2). What
 * it leaves out is set as our own API sets it. Contradictions that could no longer be detected once the client is
 * stored are refused here. {@link ApplicationRules} refuses the others.
 */
public final class SentClient {

    private final KeycloakSession session;
    private final ClientRepresentation sent;

    public SentClient(KeycloakSession session, ClientRepresentation sent) {
        this.session = session;
        this.sent = sent;
    }

    /** Completes a client that is created once: nobody compares it with what was sent, so its scopes are left out unsaid. */
    public void completeImported() {
        type(null).ifPresent(type -> {
            require(problem(type));
            ApplicationDefaults.fillInNew(sent, type);
            withoutSecret();
        });
    }

    /** Completes a client that is created by somebody who will read it again. */
    public void completeNew() {
        type(null).ifPresent(type -> require(scopes()));
        completeImported();
    }

    /** Completes the change of a client, which may make it an application. */
    public void completeChange(ClientModel client) {
        type(client.getAttribute(Setting.TYPE.key())).ifPresent(type -> {
            require(problem(type));
            if (!Kind.isOrdinary(client)) {
                require(scopes());
                ApplicationDefaults.fillIn(sent, type);
            } else {
                // The scopes are those that it has so far. Keycloak reads none of them in a change.
                ApplicationDefaults.fillInTurned(sent, type);
            }
            withoutSecret();
        });
    }

    private Optional<ApplicationType> type(@Nullable String present) {
        Map<String, String> attributes = sent.getAttributes();
        String type = attributes == null ? null : attributes.get(Setting.TYPE.key());
        return ApplicationType.of(type == null ? present : type);
    }

    /** Applications do not use Keycloak's client secret, so it is never stored. */
    private void withoutSecret() {
        sent.setSecret(null);
    }

    private Optional<Said> scopes() {
        return Stream.of(sent.getDefaultClientScopes(), sent.getOptionalClientScopes())
                .filter(scopes -> scopes != null && !scopes.isEmpty())
                .map(scopes -> Sentence.CLIENT_SCOPES.with())
                .findFirst();
    }

    private Optional<Said> problem(ApplicationType type) {
        if (Boolean.TRUE.equals(sent.getAuthorizationServicesEnabled())) {
            return Optional.of(Sentence.CLIENT_AUTHORIZATION.with());
        }
        if (type.hasRedirectUrls() && Boolean.FALSE.equals(sent.isStandardFlowEnabled())) {
            return Optional.of(Sentence.CLIENT_STANDARD_FLOW.with());
        }
        List<String> redirectUrls = sent.getRedirectUris();
        if (redirectUrls != null && redirectUrls.contains(null)) {
            return Optional.of(Sentence.CLIENT_NULL.with("redirectUris"));
        }
        return texts().flatMap(Optional::stream).findFirst();
    }

    /** What some database, or its column, would refuse: that would be an error without a sentence. */
    private Stream<Optional<Said>> texts() {
        Map<String, String> attributes =
                Optional.ofNullable(sent.getAttributes()).orElse(Map.of());
        return Stream.of(
                        Stream.of(
                                StoredText.problem("clientId", sent.getClientId()),
                                StoredText.problem("name", sent.getName()),
                                StoredText.problem("description", sent.getDescription()),
                                StoredText.problem("rootUrl", sent.getRootUrl()),
                                StoredText.problem("baseUrl", sent.getBaseUrl()),
                                StoredText.problem("adminUrl", sent.getAdminUrl())),
                        all(sent.getRedirectUris()).map(url -> StoredText.problem("redirectUris", url)),
                        nodes().map(node -> StoredText.problem("registeredNodes", node)),
                        mappers().map(name -> StoredText.problem("protocolMappers", name)),
                        all(sent.getWebOrigins()).map(origin -> StoredText.problem("webOrigins", origin)),
                        attributes.keySet().stream().map(name -> StoredText.problem("attributes", name)),
                        all(attributes.values()).map(value -> StoredText.unstorable("attributes", value)))
                .flatMap(problems -> problems);
    }

    private Stream<String> nodes() {
        return sent.getRegisteredNodes() == null
                ? Stream.empty()
                : all(sent.getRegisteredNodes().keySet());
    }

    private Stream<String> mappers() {
        return sent.getProtocolMappers() == null
                ? Stream.empty()
                : sent.getProtocolMappers().stream()
                        .filter(Objects::nonNull)
                        .map(ProtocolMapperRepresentation::getName)
                        .filter(Objects::nonNull);
    }

    private static Stream<String> all(@Nullable Collection<String> texts) {
        return texts == null ? Stream.empty() : texts.stream().filter(Objects::nonNull);
    }

    private void require(Optional<Said> problem) {
        problem.ifPresent(said -> {
            throw new BrokenRule(session, said);
        });
    }
}
