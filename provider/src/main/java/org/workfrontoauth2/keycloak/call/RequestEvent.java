package org.workfrontoauth2.keycloak.call;

import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;

/** The event of a request to one of our endpoints, to be recorded once it is known how the request ends. */
public final class RequestEvent {

    /** More than any address has. */
    private static final int LONGEST_ADDRESS = 100;

    private RequestEvent() {}

    /**
     * An event of this type, of the session's realm. A proxy may hand on whatever a client sent as its address: Keycloak's store
     * of events takes 255 characters, and the request would fail with it.
     */
    public static EventBuilder of(KeycloakSession session, EventType type) {
        EventBuilder event = new EventBuilder(
                        session.getContext().getRealm(),
                        session,
                        session.getContext().getConnection())
                .event(type);
        String address = event.getEvent().getIpAddress();
        return address != null && address.length() > LONGEST_ADDRESS
                ? event.ipAddress(address.substring(0, LONGEST_ADDRESS))
                : event;
    }
}
