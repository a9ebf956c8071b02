package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.workfrontoauth2.server.Refused;
import org.workfrontoauth2.server.harness.Event;

/** An exchange that is refused: nobody is told the JWT, a secret or a key. */
final class RefusedJwt {

    static final String ERROR = "OAUTH2_EXTENSION_GRANT_ERROR";
    static final String MALFORMED = "The jwt_token cannot be read";
    static final String NO_KEY =
            "The signature of the JWT does not match a public key of this user in this application.";
    static final String NO_SUBJECT =
            "The sub of the JWT is not the ID of a user with a public key in this application.";

    /** What may be part of a word. */
    private static final int SHORT = 12;

    private RefusedJwt() {}

    static Refused refused(Machine asking, String jwt) {
        long before = asking.realm().keycloak().log().end();
        Refused refused = Refused.when(asking.realm().realm().events(), () -> asking.exchange(jwt));
        assertThat(refused.errors()).extracting(Event::clientId).containsExactly(asking.clientId());
        assertSilent(refused, jwt, asking.application().secret());
        if (jwt.length() > SHORT) {
            assertThat(asking.realm().keycloak().log().since(before)).doesNotContain(jwt);
        }
        return refused;
    }

    /** Said to the client and to the administrator in the same words. */
    static void assertRefused(Machine asking, String jwt, String type, String words, String event) {
        Refused refused = refused(asking, jwt).answers(400, type).records(ERROR, event);
        String said = refused.answer().member("message");
        assertThat(said).containsPattern(words);
        assertThat(refused.errors().get(0).details().path("reason").asText()).isEqualTo(said);
    }

    /** Neither the JWT nor a part of it, and no secret and no key. */
    static void assertSilent(Refused refused, String jwt, String... secrets) {
        for (String text : List.of(refused.answer().text(), refused.errors().toString())) {
            Stream.concat(Stream.of(jwt.split("\\.")), Stream.of(secrets))
                    .filter(part -> part.length() > SHORT)
                    .forEach(part -> assertThat(text).doesNotContain(part));
            assertThat(text).doesNotContain("PUBLIC KEY").doesNotContain("MIIB");
        }
    }
}
