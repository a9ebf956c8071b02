package org.workfrontoauth2.contract.registration;

import java.util.List;
import java.util.Optional;
import org.workfrontoauth2.contract.Refused;

/**
 * A registered application: what all clients that registered with its software statement have in common (registration,
 * "Before").
 *
 * @param id the {@code software_id}
 * @param name what people call it
 * @param version the {@code software_version}
 * @param platforms what it runs on, for people
 * @param scopes what its clients may do
 * @param targets where its clients may be reached
 * @param statementId the {@code jti} of its software statement
 * @param revoked whether it was revoked, so that its statement and its clients no longer work
 */
public record RegisteredApplication(
        String id,
        String name,
        Optional<String> version,
        List<String> platforms,
        List<String> scopes,
        RedirectTargets targets,
        String statementId,
        boolean revoked) {

    /** Refuses a statement that does not belong, or no longer belongs, to this application. */
    public void require(SoftwareStatement statement) throws Refused {
        if (!statementId.equals(statement.statementId())) {
            throw new Refused(RegistrationRefusal.STATEMENT_GONE);
        }
        if (revoked) {
            throw new Refused(RegistrationRefusal.STATEMENT_REVOKED);
        }
    }
}
