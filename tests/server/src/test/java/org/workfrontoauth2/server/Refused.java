package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import org.workfrontoauth2.server.harness.Event;
import org.workfrontoauth2.server.harness.Events;
import org.workfrontoauth2.walkthrough.Answer;

/** A request that is refused: what the client is told, and what the administrator can read about it. */
public record Refused(Answer answer, List<Event> errors) {

    public static Refused when(Events events, Supplier<Answer> request) {
        events.clear();
        Answer answer = request.get();
        return new Refused(answer, events.errors());
    }

    /** In the dialect of Workfront's own clients. */
    public Refused answers(int status, String type) {
        Answers.assertThat(answer).isWorkfrontError(status, type);
        return this;
    }

    /** As in RFC 6749, 5.2. */
    public Refused answersStandard(int status, String error) {
        Answers.assertThat(answer).isOAuthError(status, error);
        return this;
    }

    /** One event of that type, with one of these errors. */
    public Refused records(String type, String... error) {
        assertThat(errors).extracting(Event::type).containsExactly(type);
        assertThat(errors.get(0).error()).isIn((Object[]) error);
        return this;
    }
}
