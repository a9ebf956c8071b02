package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.Event;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.TwoNodes;
import org.workfrontoauth2.walkthrough.Acme;

/** A user has at most so many grants for one application; the longest unused one ends, and an event says so. */
@RunsOn
class BoundedGrantsIT {

    private static final int LIMIT = 3;

    private final TwoNodes nodes;
    private final Demo demo;
    private final Workfront workfront;

    BoundedGrantsIT(TwoNodes nodes) {
        this.nodes = nodes;
        this.demo = new Demo(nodes.first());
        this.workfront = demo.workfront();
    }

    @Test
    void theLongestUnusedOneEndsAndAnEventSaysSo() {
        within(String.valueOf(LIMIT), () -> {
            Visitor visitor = demo.visitor();
            List<Tokens> grants = grants(visitor, LIMIT);
            Tokens other = visitor.grant(workfront, Acme.SINGLE_PAGE);
            // Uses within a minute are not told apart.
            demo.keycloak().clock().advance(Duration.ofMinutes(2));
            Tokens used = Tokens.of(workfront.refresh(Acme.WEB, grants.get(0).refreshToken()));
            demo.realm().events().clear();

            Tokens newest = visitor.grant(workfront, Acme.WEB);

            assertThat(rows(visitor)).isEqualTo(LIMIT + 1);
            assertThat(workfront.alive(grants.get(1).sessionId())).isFalse();
            demo.refused(() -> workfront.refresh(Acme.WEB, grants.get(1).refreshToken()))
                    .answers(400, "invalid_grant");
            List.of(used, grants.get(2), other, newest)
                    .forEach(tokens ->
                            assertThat(workfront.alive(tokens.sessionId())).isTrue());
        });
    }

    @Test
    void theEventNamesUserApplicationAndReason() {
        within("1", () -> {
            Visitor visitor = demo.visitor();
            visitor.grant(workfront, Acme.WEB);
            demo.realm().events().clear();

            visitor.grant(workfront, Acme.WEB);

            List<Event> ended = demo.realm().events().all().stream()
                    .filter(event -> event.type().equals("REVOKE_GRANT"))
                    .toList();
            assertThat(ended).hasSize(1);
            assertThat(ended.get(0).userId()).isEqualTo(visitor.user().id());
            assertThat(ended.get(0).clientId()).isEqualTo("acme-web");
            assertThat(ended.get(0).details().get("reason").asText())
                    .isEqualTo("The user had more grants for this application than 1: this one was unused for longest");
        });
    }

    /** What cannot be read is the default, never no bound. */
    @ParameterizedTest
    @ValueSource(strings = {"many", "0", "-1", "99999999999"})
    void anUnreadableLimitIsFifty(String setting) {
        within(setting, () -> {
            Visitor visitor = demo.visitor();
            visitor.grant(workfront, Acme.WEB);
            multiply(visitor, 60);

            visitor.grant(workfront, Acme.WEB);

            assertThat(rows(visitor)).isEqualTo(50);
        });
    }

    @Test
    void codesThatNobodyRedeemsAreBoundedToo() {
        within(String.valueOf(LIMIT), () -> {
            Visitor visitor = demo.visitor();
            List<String> codes = new ArrayList<>();
            for (int i = 0; i < LIMIT + 2; i++) {
                codes.add(visitor.allow(workfront, Acme.WEB).code());
            }

            assertThat(rows(visitor)).isEqualTo(LIMIT);
            demo.refused(() -> workfront.redeem(Acme.WEB, codes.get(0))).answers(400, "invalid_grant");
            Tokens.of(workfront.redeem(Acme.WEB, codes.get(codes.size() - 1)));
        });
    }

    /** As they have gathered before there was a bound, or on two nodes at once. */
    @Test
    void whatIsTooManyIsSwept() {
        within(String.valueOf(LIMIT), () -> {
            Visitor visitor = demo.visitor();
            Tokens newest = visitor.grant(workfront, Acme.WEB);
            multiply(visitor, 20);

            nodes.first().clock().run("workfront-abandoned-grants");

            assertThat(rows(visitor)).isEqualTo(LIMIT);
            Tokens.of(workfront.refresh(Acme.WEB, newest.refreshToken()));
        });
    }

    private List<Tokens> grants(Visitor visitor, int count) {
        List<Tokens> grants = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            grants.add(visitor.grant(workfront, Acme.WEB));
        }
        return grants;
    }

    /** Older copies of the user's grant. */
    private void multiply(Visitor visitor, int copies) {
        nodes.database()
                .run(
                        "insert into workfront_grant (id, realm_id, client_id, user_id, domain, lane, consented_at, last_used_at,"
                                + " last_login_at, redeemed, epoch, generation, rotated_at, machine)"
                                + " select gen_random_uuid()::text, realm_id, client_id, user_id, domain, lane, consented_at,"
                                + " last_used_at - n, 0, true, 0, 0, 0, false from workfront_grant, generate_series(1, "
                                + copies
                                + ") n where user_id = '" + visitor.user().id() + "'");
    }

    private long rows(Visitor visitor) {
        return nodes.database()
                .count("select count(*) from workfront_grant where user_id = '"
                        + visitor.user().id() + "'");
    }

    private void within(String limit, Runnable test) {
        set(limit);
        try {
            test.run();
        } finally {
            set("");
        }
    }

    private void set(String limit) {
        demo.realm().change(realm -> realm.withObject("/attributes").put("workfront.grants.per.user", limit));
    }
}
