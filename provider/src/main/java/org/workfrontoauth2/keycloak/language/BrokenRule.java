package org.workfrontoauth2.keycloak.language;

import jakarta.ws.rs.core.Response;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.idm.ErrorRepresentation;
import org.keycloak.services.ErrorResponseException;
import org.workfrontoauth2.contract.Said;
import org.workfrontoauth2.contract.Sentence;

/** A write that breaks one of our rules. It is refused in the form and language of Keycloak's own API. */
public final class BrokenRule extends ErrorResponseException {

    private static final long serialVersionUID = 1;

    private final transient Said said;
    private final boolean limit;

    /** Refused with 400. */
    public BrokenRule(KeycloakSession session, Said said) {
        this(session, said, false);
    }

    private BrokenRule(KeycloakSession session, Said said, boolean limit) {
        super(Response.status(limit ? Response.Status.CONFLICT : Response.Status.BAD_REQUEST)
                .type("application/json")
                .entity(representation(Language.ofRequest(session).say(said)))
                .build());
        this.said = said;
        this.limit = limit;
    }

    /** All places are taken: refused with 409. */
    public static BrokenRule limit(KeycloakSession session, int limit) {
        return new BrokenRule(session, Sentence.LIMIT.with(limit), true);
    }

    private static ErrorRepresentation representation(String sentence) {
        ErrorRepresentation representation = new ErrorRepresentation();
        representation.setErrorMessage(sentence);
        return representation;
    }

    public Said said() {
        return said;
    }

    /** Whether it is the number of applications. */
    public boolean isLimit() {
        return limit;
    }
}
