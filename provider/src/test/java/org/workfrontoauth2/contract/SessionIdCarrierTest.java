package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workfrontoauth2.contract.Refusing.refusalOf;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Contract, section 6: header, query parameter or {@code Authorization: Bearer}. */
class SessionIdCarrierTest {

    private static final List<String> NONE = List.of();
    private static final List<String> S1 = List.of("s1");

    static Stream<Arguments> one() {
        return Stream.of(
                Arguments.of(S1, null, NONE),
                Arguments.of(NONE, null, S1),
                Arguments.of(NONE, "Bearer s1", NONE),
                Arguments.of(NONE, "bEARER  s1 ", NONE),
                Arguments.of(S1, "Bearer s1", S1),
                Arguments.of(List.of("s1", "s1"), null, NONE),
                Arguments.of(List.of("", "s1"), "Bearer ", List.of(" ")),
                Arguments.of(S1, "Basic YTpi", NONE));
    }

    @ParameterizedTest
    @MethodSource("one")
    void theSameSessionIdMayComeInSeveralWays(List<String> headers, String authorization, List<String> query)
            throws Refused {
        assertThat(SessionIdCarrier.read(headers, authorization, query)).contains("s1");
    }

    static Stream<Arguments> none() {
        return Stream.of(
                Arguments.of(NONE, null, NONE),
                Arguments.of(List.of(""), "", List.of(" ")),
                Arguments.of(NONE, "Bearer", NONE),
                Arguments.of(NONE, "Bearer  ", NONE),
                Arguments.of(NONE, "Basic YTpi", NONE),
                Arguments.of(NONE, "s1", NONE));
    }

    @ParameterizedTest
    @MethodSource("none")
    void withoutOneThereIsNone(List<String> headers, String authorization, List<String> query) throws Refused {
        assertThat(SessionIdCarrier.read(headers, authorization, query)).isEmpty();
    }

    static Stream<Arguments> two() {
        return Stream.of(
                Arguments.of(S1, null, List.of("s2")),
                Arguments.of(S1, "Bearer s2", NONE),
                Arguments.of(NONE, "Bearer s2", S1),
                Arguments.of(List.of("s1", "s2"), null, NONE),
                Arguments.of(NONE, null, List.of("s1", "s2")),
                Arguments.of(S1, null, List.of("S1")));
    }

    @ParameterizedTest
    @MethodSource("two")
    void twoDifferentOnesAreRefused(List<String> headers, String authorization, List<String> query) {
        Denial refusal = refusalOf(() -> SessionIdCarrier.read(headers, authorization, query));

        assertThat(refusal.fault()).isEqualTo(Fault.REQUEST);
    }
}
