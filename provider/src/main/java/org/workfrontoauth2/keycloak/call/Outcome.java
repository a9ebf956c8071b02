package org.workfrontoauth2.keycloak.call;

import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.workfrontoauth2.contract.ErrorForm;
import org.workfrontoauth2.contract.Refused;
import org.workfrontoauth2.keycloak.metrics.CountedRequests;

/** The outcome of a request in either contract: its event, its metric and its response. */
public final class Outcome {

    private final KeycloakSession session;
    private final EventBuilder event;
    private final CountedRequests counted;

    public Outcome(KeycloakSession session, EventBuilder event) {
        this.session = session;
        this.event = event;
        this.counted = new CountedRequests(session);
    }

    /** It was done: the event is recorded, and these are the members of the answer. */
    public Response.ResponseBuilder done(int status, Map<String, Object> members) {
        event.success();
        counted.done(event.getEvent());
        return Answers.json(session, status, members);
    }

    /** It was refused: the event is recorded, unless Keycloak has recorded one, and the answer has this form. */
    public Response.ResponseBuilder refused(Refused refused, ErrorForm form) {
        if (!refused.isRecorded()) {
            event.detail(Details.REASON, refused.description())
                    .error(refused.refusal().event());
        }
        counted.refused(event.getEvent(), refused.refusal());
        return Answers.refused(session, refused, form);
    }
}
