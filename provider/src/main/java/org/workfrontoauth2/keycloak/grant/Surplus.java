package org.workfrontoauth2.keycloak.grant;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.workfrontoauth2.contract.GrantLimit;
import org.workfrontoauth2.contract.Setting;
import org.workfrontoauth2.keycloak.storage.GrantEntity;

/**
 * Ends what a user has for one application beyond the realm's limit. Otherwise users who log in every day would leave a
 * row each time. The grant that was not used for the longest time ends, and an event says so. Of codes that were never
 * exchanged, the oldest goes first. Grants that are in use at that moment are left to the next login, or to the sweep.
 */
public final class Surplus {

    private static final String REASON =
            "The user had more grants for this application than %d: this one was unused for longest";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Grants grants;
    private final GrantEnds ends;
    private final int limit;

    public Surplus(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.grants = new Grants(session);
        this.ends = new GrantEnds(session);
        this.limit = GrantLimit.read(realm.getAttribute(Setting.GRANTS_PER_USER.key()));
    }

    /** The code of this grant has been redeemed, by a request from this address. */
    public void end(GrantEntity redeemed, @Nullable String address) {
        end(redeemed.clientId(), redeemed.userId(), address);
    }

    /** Ends what this user has too many for this application; without an address, nobody asked. */
    void end(String clientId, String userId, @Nullable String address) {
        for (GrantEntity grant : ends.free(ends.beyond(limit, clientId, userId, true))) {
            grants.end(grant);
            record(grant, address);
        }
    }

    /** Makes room for a code that is about to be handed out to this user. */
    public void makeRoomForCode(String clientId, String userId) {
        List<String> codes = ends.beyond(limit - 1, clientId, userId, false);
        ends.free(codes).forEach(grants::end);
    }

    private void record(GrantEntity grant, @Nullable String address) {
        EventBuilder event = new EventBuilder(realm, session)
                .event(EventType.REVOKE_GRANT)
                .client(realm.getClientById(grant.clientId()))
                .user(grant.userId())
                .detail(Details.REASON, REASON.formatted(limit))
                .detail("grant", grant.id().toString());
        if (address != null) {
            event.ipAddress(address);
        }
        event.success();
    }
}
