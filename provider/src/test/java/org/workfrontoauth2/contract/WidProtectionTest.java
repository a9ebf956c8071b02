package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract, section 4: the attribute {@code wid} counts only where users cannot write it. */
class WidProtectionTest {

    @ParameterizedTest(name = "edited by {0}, always {1}, others open {2}: {3}")
    @CsvSource({
        "'admin',       true,  false, true",
        "'admin',       true,  true,  true",
        "'',            true,  true,  true",
        "'user',        true,  false, false",
        "'admin user',  true,  false, false",
        "'anybody',     true,  false, false",
        "'admin',       false, false, true",
        "'admin',       false, true,  false",
        "'user',        false, false, false",
    })
    void anEntryProtectsItFromWhomeverItDoesNotName(String editors, boolean always, boolean othersOpen, boolean holds) {
        assertThat(new WidProtection(true, names(editors), always, othersOpen).holds())
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void withoutAnEntryItIsProtectedOnlyIfUsersCannotWriteWhatIsNotListed(boolean othersOpen) {
        assertThat(WidProtection.unlisted(othersOpen).holds()).isEqualTo(!othersOpen);
    }

    private static Set<String> names(String names) {
        return Arrays.stream(names.split(" ")).filter(name -> !name.isEmpty()).collect(Collectors.toSet());
    }
}
