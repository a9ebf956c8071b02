package org.workfrontoauth2.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract, section 2: what cannot come back as it was registered is refused, with a sentence. */
class RedirectSpellingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example/cb",
                "https://app.example",
                "https://app.example?a=1",
                "https://app.example:8443/cb?a=1&b=2",
                "https://app.example:80/cb",
                "http://localhost:443/cb",
                "http://127.0.0.1:9999/cb",
                "http://[::1]/cb",
                "http://[::1]:8080/cb",
                "https://10.0.0.1:8443/cb",
                "https://[2001:db8::1]:8443/cb",
                "https://[::ffff:7f00:1]/cb",
                "HTTPS://App.Example/cb",
                "https://app.example/a%2Fb/%7e/c;d=e/$!'(),+:@=&",
                "https://app.example/a..b/.c/...",
                "https://app.example/cb?flag",
                "https://app.example/cb?empty=&a=b=c",
                "https://app.example/cb?a=1&a=2",
                "https://app.example/cb?a%5B%5D=1",
                "https://app.example/cb?x=1+2&y=%7E/?:@",
                "https://app.example/cb?my_state=1&states=2&code2=3",
                "com.example.app:/cb",
                "com.example.app:///cb",
                "com.example.app://host:80/cb?a=1",
                "com.example.app://[::1]/cb",
                "com.example.app://010/cb",
                "com.example.app:cb",
                "my-app+x.y://a_b/cb"
            })
    void theseComeBackAsTheyAre(String url) {
        assertThat(RedirectSpelling.problem(url)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "URL_URN             | urn:ietf:wg:oauth:2.0:oob",
                "URL_URN             | URN:ietf:wg:oauth:2.0:oob:auto",
                "URL_URN             | urn:/cb",
                "URL_PORT            | https://app.example.com:443/cb",
                "URL_PORT            | HTTPS://app.example.com:443/cb",
                "URL_PORT            | http://localhost:80/cb",
                "URL_PORT            | http://127.0.0.1:80/",
                "URL_PORT            | http://[::1]:80/",
                "URL_PORT            | https://app.example.com:/cb",
                "URL_PORT            | https://app.example.com:08443/cb",
                "URL_PORT            | https://app.example.com:0/cb",
                "URL_PORT            | https://app.example.com:65536/cb",
                "URL_PORT            | https://app.example.com:99999999999/cb",
                "URL_PORT            | com.example.app://host:080/cb",
                "URL_ADDRESS         | http://[0::1]/cb",
                "URL_ADDRESS         | http://[0:0:0:0:0:0:0:1]:8080/cb",
                "URL_ADDRESS         | http://[::0001]/cb",
                "URL_ADDRESS         | https://[::ffff:127.0.0.1]/cb",
                "URL_ADDRESS         | https://[2001:DB8::1]:8443/cb",
                "URL_ADDRESS         | https://[fe80::1%25en0]/cb",
                "URL_ADDRESS         | http://127.00.0.1/cb",
                "URL_ADDRESS         | com.example.app://[0::1]/cb",
                "URL_DOTS            | https://app.example/a/../b",
                "URL_DOTS            | https://app.example/./b",
                "URL_DOTS            | https://app.example/..",
                "URL_DOTS            | https://app.example/a/%2E%2e/b",
                "URL_DOTS            | https://app.example/a/.%2e",
                "URL_DOTS            | https://app.example/%2e",
                "URL_DOTS            | com.example.app:../b",
                "URL_OPAQUE          | com.example.app:cb?a=1",
                "URL_BRACKETS        | https://app.example/cb?a[]=1",
                "URL_BRACKETS        | https://app.example/cb?a=[",
                "URL_EMPTY_PARAMETER | https://app.example/cb?",
                "URL_EMPTY_PARAMETER | https://app.example/cb?a=1&&b=2",
                "URL_EMPTY_PARAMETER | https://app.example/cb?a=1&",
                "URL_EMPTY_PARAMETER | https://app.example/cb?&a=1",
                "URL_EMPTY_PARAMETER | https://app.example/cb?=1",
                "URL_SPELLING        | https://app.example/콜백",
                "URL_SPELLING        | https://app.example/cb?a=é",
                "URL_SPELLING        | https://bücher.example/",
                "URL_SPELLING        | https://app.example/a b",
                "URL_SPELLING        | https://app.example/cb?a=%ff",
                "URL_SPELLING        | https://app.example/cb?a=%00",
                "URL_SPELLING        | https://app.example/cb?%zz",
            })
    void theseDoNot(Sentence sentence, String url) {
        assertThat(RedirectSpelling.problem(url)).contains(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code",
                "state",
                "domain",
                "lane",
                "iss",
                "error",
                "error_description",
                "error_uri",
                "session_state",
                "access_token",
                "token_type",
                "expires_in",
                "id_token",
                "response",
                "kc_action",
                "kc_action_status",
                "State",
                "CODE",
                "%63ode",
                "st%61te",
                "%49ss",
                "%6cane"
            })
    void whatTheAnswerSaysIsNoParameterOfTheUrl(String name) {
        assertThat(RedirectSpelling.problem("https://app.example/cb?" + name)).contains(Sentence.URL_OF_ANSWER);
        assertThat(RedirectSpelling.problem("https://app.example/cb?a=1&" + name + "=fixed&b=2"))
                .contains(Sentence.URL_OF_ANSWER);
        assertThat(RedirectSpelling.problem("com.example.app:/cb?" + name + "="))
                .contains(Sentence.URL_OF_ANSWER);
    }
}
