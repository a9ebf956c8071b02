package org.workfrontoauth2.keycloak.call;

import org.keycloak.models.KeycloakSession;
import org.workfrontoauth2.contract.Refusal;
import org.workfrontoauth2.contract.Refused;

/** The realm's setting "Require SSL", which every endpoint of the contract asks before it reads anything. */
public final class Encryption {

    private Encryption() {}

    /** Refuses a request that came over plain HTTP when the realm wants HTTPS for its address. */
    public static void require(KeycloakSession session) throws Refused {
        boolean https =
                "https".equals(session.getContext().getUri().getBaseUri().getScheme());
        if (!https
                && session.getContext()
                        .getRealm()
                        .getSslRequired()
                        .isRequired(session.getContext().getConnection())) {
            throw new Refused(Refusal.HTTPS_REQUIRED);
        }
    }
}
