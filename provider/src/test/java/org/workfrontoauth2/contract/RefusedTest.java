package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusedTest {

    @ParameterizedTest
    @EnumSource
    void itCarriesNothingButTheRefusal(Refusal refusal) {
        Refused refused = new Refused(refusal);

        assertThat(refused.refusal()).isEqualTo(refusal);
        assertThat(refused.description()).isEqualTo(refusal.description());
        assertThat(refused).hasMessage(refusal.name()).hasNoCause().hasNoSuppressedExceptions();
        assertThat(refused.getStackTrace()).isEmpty();
    }

    /** Otherwise there would be two. */
    @Test
    void onlyKeycloaksOwnEventIsRecordedAlready() {
        assertThat(new Refused(Refusal.DISABLED_CLIENT).isRecorded()).isFalse();
        assertThat(Refused.recorded(Refusal.DISABLED_CLIENT).isRecorded()).isTrue();
    }

    @Test
    void theSentenceMaySayByHowManySeconds() {
        Refused refused = new Refused(Refusal.JWT_EXPIRED, Duration.ofMillis(61_900));

        assertThat(refused.refusal()).isEqualTo(Refusal.JWT_EXPIRED);
        assertThat(refused.description()).isEqualTo("The exp of the JWT is in the past (by 61 seconds).");
        assertThat(refused).hasMessage("JWT_EXPIRED");
    }

    @ParameterizedTest
    @EnumSource
    void bothDialectsSayItTheSameWay(Dialect dialect) {
        Refused refused = new Refused(Refusal.JWT_EXPIRED, Duration.ofSeconds(61));

        assertThat(dialect.members(refused.refusal(), refused.description()))
                .containsEntry("error_description", refused.description());
        assertThat(new Refused(Refusal.WRONG_SECRET).description()).isEqualTo(Refusal.WRONG_SECRET.description());
    }

    @Test
    void workfrontsMessageSaysItToo() {
        Refused refused = new Refused(Refusal.JWT_EXPIRED, Duration.ofSeconds(61));

        assertThat(Dialect.WORKFRONT.members(refused.refusal(), refused.description()))
                .containsEntry("message", refused.description());
    }
}
