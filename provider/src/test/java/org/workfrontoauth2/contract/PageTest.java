package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {

    @Test
    void bothNumbersAreRead() throws AdministrationRefused {
        assertThat(Page.read("20", "1000")).isEqualTo(new Page(20, 1000));
        assertThat(Page.read("2147483647", "0")).isEqualTo(new Page(Integer.MAX_VALUE, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "-1,100",
        "0,-1",
        "0,1001",
        "2147483648,100",
        "99999999999999999999,1",
        "x,1",
        "0,''",
        "'',1",
        "0,1.5",
        "0,+1"
    })
    void whatIsOutOfBoundsIsRefused(String first, String max) {
        assertThatThrownBy(() -> Page.read(first, max))
                .isInstanceOfSatisfying(
                        AdministrationRefused.class,
                        refused -> assertThat(refused.said().sentence()).isEqualTo(Sentence.FIELD_NUMBER));
    }
}
