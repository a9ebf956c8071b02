package org.workfrontoauth2.contract.registration;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.workfrontoauth2.contract.Parameters;
import org.workfrontoauth2.contract.Refused;

/**
 * A request to register a client (registration, section 1).
 *
 * @param statement the software statement; who signed it is not known yet
 * @param redirectUri where the client says it can be reached
 */
public record RegisterRequest(SoftwareStatement statement, Optional<String> redirectUri) {

    /** Largest body that is read, in bytes. */
    public static final int MAX_BYTES = RequestBody.MAX_BYTES;

    private static final String STATEMENT = "software_statement";
    private static final String REDIRECT_URI = "redirect_uri";
    private static final Set<String> KNOWN = Set.of(STATEMENT, REDIRECT_URI);

    /** Reads the body: a JSON object, in which members that are not known are ignored. */
    public static RegisterRequest read(@Nullable String contentType, byte[] body) throws Refused {
        Parameters parameters = RequestBody.json(contentType, body, KNOWN);
        String statement =
                parameters.get(STATEMENT).orElseThrow(() -> new Refused(RegistrationRefusal.MISSING_STATEMENT));
        return new RegisterRequest(SoftwareStatement.read(statement), parameters.get(REDIRECT_URI));
    }
}
