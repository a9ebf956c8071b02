package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrantLimitTest {

    @Test
    void aNumberIsRead() {
        assertThat(GrantLimit.read("1")).isEqualTo(1);
        assertThat(GrantLimit.read(" 9999 ")).isEqualTo(9999);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "0", "-1", "10000", "many", "5.0", "99999999999", "٣"})
    void whatCannotBeReadIsTheDefault(String setting) {
        assertThat(GrantLimit.read(setting)).isEqualTo(GrantLimit.DEFAULT);
    }
}
