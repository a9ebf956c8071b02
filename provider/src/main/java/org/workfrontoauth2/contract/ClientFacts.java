package org.workfrontoauth2.contract;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A client of the server, with what the contract has rules about (contract, section 2).
 *
 * @param clientId the {@code client_id}
 * @param attribute an attribute by its name; null where there is none
 * @param bearerOnly whether it only checks tokens of others
 * @param isPublic whether it has no secret
 * @param authenticator how it authenticates
 * @param implicit whether it gets tokens in the redirect
 * @param grantsOfItsOwn whether it gets tokens for itself, or with a user's password
 * @param protocol empty where the server takes OpenID Connect
 * @param usersAreAsked whether its users are asked for their consent, by name
 * @param redirectUrls as they are registered
 */
public record ClientFacts(
        String clientId,
        Function<String, @Nullable String> attribute,
        boolean bearerOnly,
        boolean isPublic,
        Optional<String> authenticator,
        boolean implicit,
        boolean grantsOfItsOwn,
        Optional<String> protocol,
        boolean usersAreAsked,
        Set<String> redirectUrls) {

    /** An attribute that says something. */
    Optional<String> attribute(String name) {
        return Optional.ofNullable(attribute.apply(name)).filter(value -> !value.isBlank());
    }

    boolean isOn(String name) {
        return "true".equalsIgnoreCase(attribute.apply(name));
    }
}
