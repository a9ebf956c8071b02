package org.workfrontoauth2.contract.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.contract.RefreshToken;
import org.workfrontoauth2.contract.SealKey;
import org.workfrontoauth2.contract.SessionId;

/** Registration, section 2: the access token is opaque and of a kind of its own. */
class ClientAccessTokenTest {

    private static final SealKey ACME = key("acme");

    private final ClientAccessToken token = new ClientAccessToken(
            new UUID(1, 2),
            new UUID(3, -4),
            Instant.ofEpochMilli(1752148106221L),
            Instant.ofEpochMilli(1752169706221L));

    private static SealKey key(String realm) {
        return SealKey.derive("secret".getBytes(StandardCharsets.UTF_8), realm);
    }

    @Test
    void everythingItSaysIsReadAgain() {
        assertThat(ClientAccessToken.open(token.seal(ACME), ACME)).contains(token);
    }

    @Test
    void itIsLettersAndDigitsAndDifferentEveryTime() {
        assertThat(token.seal(ACME)).matches("[A-Za-z0-9]{108}").isNotEqualTo(token.seal(ACME));
    }

    @Test
    void anotherRealmDoesNotOpenIt() {
        assertThat(ClientAccessToken.open(token.seal(ACME), key("other"))).isEmpty();
    }

    @Test
    void everyTamperedOneIsRefused() {
        String text = token.seal(ACME);
        for (int i = 0; i < text.length(); i++) {
            char other = text.charAt(i) == 'a' ? 'b' : 'a';
            assertThat(ClientAccessToken.open(text.substring(0, i) + other + text.substring(i + 1), ACME))
                    .isEmpty();
        }
        assertThat(ClientAccessToken.open("", ACME)).isEmpty();
        assertThat(ClientAccessToken.open(text + "a", ACME)).isEmpty();
    }

    @Test
    void noKindOpensAsAnother() {
        Instant now = Instant.EPOCH;
        String sessionId = new SessionId(token.client(), 0, now, now, Optional.of(now)).seal(ACME);
        String refreshToken = new RefreshToken(token.client(), 0).seal(ACME);

        assertThat(ClientAccessToken.open(sessionId, ACME)).isEmpty();
        assertThat(ClientAccessToken.open(refreshToken, ACME)).isEmpty();
        assertThat(SessionId.open(token.seal(ACME), ACME)).isEmpty();
        assertThat(RefreshToken.open(token.seal(ACME), ACME)).isEmpty();
    }

    @Test
    void itExpires() {
        assertThat(token.isLive(token.expiresAt().minusMillis(1))).isTrue();
        assertThat(token.isLive(token.expiresAt())).isFalse();
    }
}
