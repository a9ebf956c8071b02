package org.workfrontoauth2.keycloak.metrics;

import io.micrometer.core.instrument.Metrics;
import java.util.Locale;
import org.keycloak.events.Event;
import org.keycloak.models.KeycloakSession;
import org.workfrontoauth2.contract.Denial;

/**
 * Counts requests by outcome: {@code workfront_requests_total} with the labels {@code realm}, {@code event} and {@code
 * outcome}. The labels are names of realms, of Keycloak's events and of our refusals: nothing that a client sends
 * becomes a label, so their number is limited. If metrics are off, they are not collected.
 */
public final class CountedRequests {

    private static final String NAME = "workfront.requests";
    private static final String DONE = "done";

    /** What Keycloak adds to the type of an event that tells of a refusal. */
    private static final String REFUSED = "_ERROR";

    private final KeycloakSession session;

    public CountedRequests(KeycloakSession session) {
        this.session = session;
    }

    /** A request that this event tells of was done. */
    public void done(Event event) {
        count(event, DONE);
    }

    /** A request that this event tells of was refused. */
    public void refused(Event event, Denial denial) {
        count(event, denial.name());
    }

    private void count(Event event, String outcome) {
        Metrics.counter(
                        NAME,
                        "realm",
                        session.getContext().getRealm().getName(),
                        "event",
                        label(asked(event)),
                        "outcome",
                        label(outcome))
                .increment();
    }

    /** What was asked for, whatever became of it. */
    private static String asked(Event event) {
        String type = event.getType().name();
        return type.endsWith(REFUSED) ? type.substring(0, type.length() - REFUSED.length()) : type;
    }

    private static String label(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
