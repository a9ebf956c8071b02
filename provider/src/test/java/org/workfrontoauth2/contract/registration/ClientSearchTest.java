package org.workfrontoauth2.contract.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.contract.AdministrationRefused;

/** Registration, "Clients in large numbers". */
class ClientSearchTest {

    @Test
    void itLooksForBeginnings() throws AdministrationRefused {
        ClientSearch search = ClientSearch.read(" Roku ");

        assertThat(search.isEverything()).isFalse();
        assertThat(search.clientIds()).isEqualTo("roku%");
        assertThat(search.beginningsOfValues()).isEqualTo("%\":\"Roku%");
        assertThat(search.beginningsOfWords()).isEqualTo("% Roku%");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void nothingIsEverything(String text) throws AdministrationRefused {
        assertThat(ClientSearch.read(text).isEverything()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "100%, 100!%%",
                "a_b, a!_b%",
                "!, !!%",
                "[a], ![a]%",
                "텔레비전, 텔레비전%",
            })
    void whatDatabasesReadOtherwiseStandsForItself(String text, String pattern) throws AdministrationRefused {
        assertThat(ClientSearch.read(text).clientIds()).isEqualTo(pattern);
    }

    @Test
    void itNeverReachesBeyondAValue() throws AdministrationRefused {
        assertThat(ClientSearch.read("\",\"model\":\"TV").beginningsOfWords())
                .isEqualTo("% \\\",\\\"model\\\":\\\"TV%");
        assertThat(ClientSearch.read("a\\b").beginningsOfValues()).isEqualTo("%\":\"a\\\\b%");
    }

    @Test
    void whatNoClientCanHaveIsRefused() throws AdministrationRefused {
        assertThat(ClientSearch.read("a".repeat(100)).isEverything()).isFalse();
        assertThatThrownBy(() -> ClientSearch.read("a".repeat(101))).isInstanceOf(AdministrationRefused.class);
        assertThatThrownBy(() -> ClientSearch.read("a\0b")).isInstanceOf(AdministrationRefused.class);
        assertThatThrownBy(() -> ClientSearch.read("\uD800")).isInstanceOf(AdministrationRefused.class);
    }
}
