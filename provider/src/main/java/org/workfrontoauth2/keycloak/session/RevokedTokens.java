package org.workfrontoauth2.keycloak.session;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.workfrontoauth2.contract.RefreshToken;
import org.workfrontoauth2.contract.Refusal;
import org.workfrontoauth2.contract.Refused;
import org.workfrontoauth2.contract.SessionId;
import org.workfrontoauth2.keycloak.application.Application;
import org.workfrontoauth2.keycloak.grant.Grants;
import org.workfrontoauth2.keycloak.storage.GrantEntity;

/** Ends the grants of tokens that are revoked, at any endpoint (RFC 7009, 2.1; contract, section 6). */
public final class RevokedTokens {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final EventBuilder event;

    public RevokedTokens(KeycloakSession session, EventBuilder event) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.event = event;
    }

    /**
     * Ends the grants of these tokens; unknown and dead ones do no harm.
     *
     * @param application who authenticated
     * @throws Refused when one of them was issued to another application; then nothing has ended
     */
    public void end(Collection<String> tokens, Application application) throws Refused {
        Grants grants = new Grants(session);
        // In one order, so that two such requests never wait for each other.
        Set<UUID> ids = new TreeSet<>();
        tokens.forEach(token -> grantOf(token).ifPresent(ids::add));
        List<GrantEntity> locked =
                ids.stream().map(grants::lock).flatMap(Optional::stream).toList();
        String clientId = application.client().getId();
        if (!locked.stream().map(GrantEntity::clientId).allMatch(clientId::equals)) {
            throw new Refused(Refusal.TOKEN_OF_ANOTHER_CLIENT);
        }
        locked.forEach(grant -> {
            event.user(grant.userId());
            grants.end(grant);
        });
    }

    /** The grant of a session ID that has not expired, or of any of the grant's refresh tokens. */
    private Optional<UUID> grantOf(String token) {
        SessionIds sessionIds = new SessionIds(session, realm);
        return sessionIds
                .open(token)
                .filter(sessionId -> Grants.now().isBefore(sessionId.expiresAt()))
                .map(SessionId::grant)
                .or(() -> sessionIds.openRefreshToken(token).map(RefreshToken::grant));
    }
}
