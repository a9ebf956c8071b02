package org.workfrontoauth2.contract.registration;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.workfrontoauth2.contract.ContentType;
import org.workfrontoauth2.contract.JsonBody;
import org.workfrontoauth2.contract.Parameters;
import org.workfrontoauth2.contract.Refused;

/** Reads what is sent to the paths of registration: small, flat and with no parameter twice (registration, sections 1, 2). */
final class RequestBody {

    /** Largest body that is read, in bytes. */
    static final int MAX_BYTES = 16 * 1024;

    private RequestBody() {}

    /** A JSON object; its members are strings where they are known, and ignored where they are not. */
    static Parameters json(@Nullable String contentType, byte[] body, Set<String> known) throws Refused {
        require(contentType, ContentType.JSON);
        return once(text(body).flatMap(text -> JsonBody.read(text, known)), known);
    }

    /** A form. */
    static Parameters form(@Nullable String contentType, byte[] body, Set<String> known) throws Refused {
        require(contentType, ContentType.FORM);
        return form(text(body), known);
    }

    /** The same, in a query. */
    static Parameters query(String query, Set<String> known) throws Refused {
        return form(Optional.of(query), known);
    }

    private static Parameters form(Optional<String> text, Set<String> known) throws Refused {
        return once(text.flatMap(form -> Parameters.ofForm(form.strip())), known);
    }

    private static Parameters once(Optional<Parameters> read, Set<String> known) throws Refused {
        Parameters parameters = read.orElseThrow(() -> new Refused(RegistrationRefusal.MALFORMED_BODY));
        if (parameters.repeats(known)) {
            throw new Refused(RegistrationRefusal.REPEATED_PARAMETER);
        }
        return parameters;
    }

    private static Optional<String> text(byte[] body) throws Refused {
        if (body.length > MAX_BYTES) {
            throw new Refused(RegistrationRefusal.BODY_TOO_LARGE);
        }
        return Parameters.utf8(ByteBuffer.wrap(body));
    }

    private static void require(@Nullable String contentType, String expected) throws Refused {
        if (!ContentType.of(contentType).equals(expected)) {
            throw new Refused(RegistrationRefusal.UNSUPPORTED_MEDIA_TYPE);
        }
    }
}
