package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.TwoNodes;
import org.workfrontoauth2.walkthrough.Acme;

/**
 * A login that cannot be found for a moment, as while a node restarts, refuses its session IDs for that moment and no
 * longer. The lookup is lost here by naming another login in the database.
 */
@RunsOn
class LostLookupIT {

    private final TwoNodes nodes;
    private final Demo demo;
    private final Workfront workfront;

    LostLookupIT(TwoNodes nodes) {
        this.nodes = nodes;
        this.demo = new Demo(nodes.first());
        this.workfront = demo.workfront();
    }

    @Test
    void oneLostLookupEndsNothing() {
        Visitor visitor = demo.visitor();
        Tokens tokens = visitor.grant(workfront, Acme.WEB);
        lose(visitor);
        assertThat(workfront.alive(tokens.sessionId())).isFalse();

        find(visitor);

        assertThat(workfront.alive(tokens.sessionId())).isTrue();
        nodes.clock().advance(Duration.ofMinutes(5));
        assertThat(workfront.alive(tokens.sessionId())).isTrue();
        visitor.logOut(workfront);
        assertThat(workfront.alive(tokens.sessionId())).isFalse();
    }

    @Test
    void whatIsStillMissingAMinuteLaterHasEnded() {
        Visitor visitor = demo.visitor();
        Tokens tokens = visitor.grant(workfront, Acme.WEB);
        lose(visitor);
        assertThat(workfront.alive(tokens.sessionId())).isFalse();
        nodes.clock().advance(Duration.ofMinutes(2));
        assertThat(workfront.alive(tokens.sessionId())).isFalse();

        find(visitor);

        assertThat(workfront.alive(tokens.sessionId())).isFalse();
        Tokens.of(workfront.refresh(Acme.WEB, tokens.refreshToken()));
    }

    /** Nobody asks again before the login has run out of time: it was dropped all the same. */
    @Test
    void theSweepLooksAgain() {
        Visitor visitor = demo.visitor();
        Tokens tokens = visitor.grant(workfront, Acme.WEB);
        lose(visitor);
        assertThat(workfront.alive(tokens.sessionId())).isFalse();
        nodes.clock().advance(Duration.ofMinutes(16));

        nodes.first().clock().run("workfront-abandoned-grants");
        find(visitor);

        assertThat(workfront.alive(tokens.sessionId())).isFalse();
    }

    private void lose(Visitor visitor) {
        login(visitor, "'lost-' || login_id");
    }

    private void find(Visitor visitor) {
        login(visitor, "substr(login_id, 6)");
    }

    private void login(Visitor visitor, String id) {
        nodes.database()
                .run("update workfront_grant set login_id = " + id + " where user_id = '"
                        + visitor.user().id() + "'");
    }
}
