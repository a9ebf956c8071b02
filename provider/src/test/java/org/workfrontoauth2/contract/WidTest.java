package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract, section 4: {@code wid} is the user's ID, 32 hexadecimal digits. */
class WidTest {

    private static final String USER_ID = "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9";
    private static final String FEDERATED = "f:4711:jane.doe";

    @Test
    void theAttributeCountsWhereItIsSet() {
        assertThat(Wid.of("b0b00000000000000000000000000b0b", "realm", USER_ID))
                .isEqualTo("b0b00000000000000000000000000b0b");
        assertThat(Wid.of("b0b00000000000000000000000000b0b", "realm", FEDERATED))
                .isEqualTo("b0b00000000000000000000000000b0b");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "b0b",
                "b0b00000000000000000000000000b0",
                "b0b00000000000000000000000000b0b0",
                "x0b00000000000000000000000000b0b",
                " b0b0000000000000000000000000b0b",
                "b0b00000000000000000000000000b0b\n",
                "b0b00000-0000-0000-0000-000000000b0b"
            })
    void withoutAUsableAttributeItIsTheUserIdWithoutDashes(String attribute) {
        assertThat(Wid.of(attribute, "realm", USER_ID)).isEqualTo("0a1b2c3d4e5f60718293a4b5c6d7e8f9");
    }

    /** {@code printf 'realm\nf:4711:jane.doe' | sha256sum | cut -c1-32} */
    @Test
    void anIdThatIsNoUuidIsHashedWithTheRealm() {
        assertThat(Wid.of(null, "realm", FEDERATED)).isEqualTo("30cb49a5180c286093a80de9bd678a30");
    }

    @Test
    void federatedUsersOfTwoRealmsDoNotShareAWid() {
        assertThat(Wid.of(null, "realm", FEDERATED)).isNotEqualTo(Wid.of(null, "other", FEDERATED));
    }

    @Test
    void theUserIdIsFoundAgain() {
        assertThat(Wid.uuid(Wid.of(null, "realm", USER_ID))).contains(USER_ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "b0b", USER_ID, "x0b00000000000000000000000000b0b", "b0b00000000000000000000000000b0b0"})
    void whatIsNoWidIsNoUserId(String wid) {
        assertThat(Wid.uuid(wid)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "0a1b2c3d4e5f60718293a4b5c6d7e8f9", "f:0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9:jane"})
    void whateverTheUserIdItIs32HexadecimalDigits(String userId) {
        assertThat(Wid.of(null, "realm", userId)).matches("[0-9a-f]{32}").isNotEqualTo(userId);
    }
}
