package org.workfrontoauth2.contract.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Registration, section 4. */
class ThrottleTest {

    private static final ClientAddress ONE = ClientAddress.of("192.0.2.1");
    private static final ClientAddress OTHER = ClientAddress.of("192.0.2.2");

    /** Near its overflow: a clock of nanoseconds may start anywhere. */
    private final AtomicLong clock =
            new AtomicLong(Long.MAX_VALUE - Duration.ofSeconds(3).toNanos());

    private final Throttle throttle = new Throttle(clock::get, 1000);

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    private long admitted(ClientAddress address, int requests) {
        return IntStream.range(0, requests).filter(i -> throttle.admit(address)).count();
    }

    @Test
    void tenMayComeAtOnce() {
        assertThat(admitted(ONE, 100)).isEqualTo(10);
    }

    @Test
    void afterThatOneASecond() {
        admitted(ONE, 10);
        for (int second = 0; second < 20; second++) {
            pass(Duration.ofSeconds(1));
            assertThat(admitted(ONE, 5)).isEqualTo(1);
        }
    }

    @Test
    void lessThanASecondIsTooEarly() {
        admitted(ONE, 10);
        pass(Duration.ofMillis(999));
        assertThat(throttle.admit(ONE)).isFalse();
        pass(Duration.ofMillis(1));
        assertThat(throttle.admit(ONE)).isTrue();
    }

    @Test
    void oneASecondIsNeverTooMuch() {
        for (int second = 0; second < 100; second++) {
            assertThat(throttle.admit(ONE)).isTrue();
            pass(Duration.ofSeconds(1));
        }
    }

    @Test
    void refusedRequestsDoNotMakeAClientWaitLonger() {
        admitted(ONE, 1000);
        pass(Duration.ofSeconds(1));
        assertThat(throttle.admit(ONE)).isTrue();
    }

    @Test
    void aFloodFromOneAddressIsNoMatterToAnother() {
        admitted(ONE, 10_000);
        assertThat(admitted(OTHER, 100)).isEqualTo(10);
    }

    @Test
    void aMillionAddressesDoNotGrowItBeyondItsBound() {
        IntStream.range(0, 1_000_000).forEach(i -> throttle.admit(new ClientAddress("a" + i)));

        assertThat(throttle.size()).isEqualTo(1000);
    }

    @Test
    void whoKeepsSendingIsNotForgotten() {
        admitted(ONE, 10);
        for (int i = 0; i < 100_000; i++) {
            throttle.admit(new ClientAddress("a" + i));
            assertThat(i % 100 == 0 && throttle.admit(ONE)).isFalse();
        }
    }

    @Test
    void quietAddressesAreForgottenByAndBy() {
        IntStream.range(0, 500).forEach(i -> throttle.admit(new ClientAddress("a" + i)));
        pass(Duration.ofSeconds(20));
        IntStream.range(0, 500).forEach(i -> {
            throttle.admit(ONE);
            pass(Duration.ofSeconds(1));
        });

        assertThat(throttle.size()).isEqualTo(1);
    }
}
