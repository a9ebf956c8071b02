package org.workfrontoauth2.keycloak.session;

import jakarta.ws.rs.core.Response;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.workfrontoauth2.contract.ErrorForm;
import org.workfrontoauth2.contract.Refused;
import org.workfrontoauth2.contract.gateway.Seldom;
import org.workfrontoauth2.keycloak.call.Answers;
import org.workfrontoauth2.keycloak.call.Outcome;
import org.workfrontoauth2.keycloak.call.RequestEvent;
import org.workfrontoauth2.keycloak.grant.Grants;
import org.workfrontoauth2.keycloak.metrics.CountedRequests;

/** Refuses requests that may come in large numbers. Only the first in a minute is recorded as an event. */
final class SeldomRecorded {

    private static final Seldom TOLD = new Seldom();

    private final KeycloakSession session;
    private final EventType type;

    SeldomRecorded(KeycloakSession session, EventType type) {
        this.session = session;
        this.type = type;
    }

    Response.ResponseBuilder refused(Refused refused, ErrorForm form) {
        RealmModel realm = session.getContext().getRealm();
        EventBuilder event = RequestEvent.of(session, type);
        if (!TOLD.isFirst(realm.getId(), refused.refusal(), Grants.now())) {
            new CountedRequests(session).refused(event.getEvent(), refused.refusal());
            return Answers.refused(session, refused, form);
        }
        return new Outcome(session, event).refused(refused, form);
    }
}
