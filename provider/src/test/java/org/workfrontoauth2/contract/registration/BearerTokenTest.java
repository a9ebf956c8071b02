package org.workfrontoauth2.contract.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.contract.Refusing.refusalOf;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.contract.Refused;

/** RFC 6750, 2.1. */
class BearerTokenTest {

    @ParameterizedTest
    @ValueSource(strings = {"Bearer abc", "bearer abc", "BEARER  abc "})
    void theTokenIsRead(String header) throws Refused {
        assertThat(BearerToken.require(header)).isEqualTo("abc");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic abc", "abc", "Bearer a b", "Bearer a\nb", "Bearer \u00e4"})
    void otherHeadersHaveNone(String header) {
        assertThat(refusalOf(() -> BearerToken.require(header))).isEqualTo(RegistrationRefusal.MISSING_TOKEN);
    }
}
