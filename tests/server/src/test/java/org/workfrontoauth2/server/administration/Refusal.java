package org.workfrontoauth2.server.administration;

import static org.assertj.core.api.Assertions.assertThat;

import org.workfrontoauth2.walkthrough.Answer;

/** A request that an administration interface refused. */
final class Refusal {

    private final Answer answer;

    private Refusal(Answer answer) {
        this.answer = answer;
    }

    /** Of our own administration API: a code and a sentence, and nothing else. */
    static Refusal assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.body().fieldNames())
                .toIterable()
                .as(answer.toString())
                .containsExactlyInAnyOrder("error", "errorMessage");
        assertThat(answer.member("error")).isEqualTo(code);
        assertThat(answer.member("errorMessage")).matches("[A-Za-z].+\\.");
        assertThat(answer.headers().all("Cache-Control")).containsExactly("no-store");
        return new Refusal(answer);
    }

    /** Of one of Keycloak's own interfaces: a sentence that its console shows. */
    static Refusal assertRefused(Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.member("errorMessage")).as(answer.toString()).matches("[A-Z].+\\.");
        return new Refusal(answer);
    }

    void saying(String sentence) {
        assertThat(answer.member("errorMessage")).isEqualTo(sentence);
    }

    void mentioning(String words) {
        assertThat(answer.member("errorMessage")).contains(words);
    }
}
