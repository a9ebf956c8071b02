package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.workfrontoauth2.server.harness.Realm;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.server.harness.TwoNodes;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Application;

/**
 * Contract, section 6, and decision 0015: what was refused because its user or application is disabled is gone, and what
 * nobody asked for is swept. Users and clients are changed in the database here, as Keycloak's workflows, SCIM and user
 * stores do it: nobody is told.
 */
@RunsOn
class EndedForGoodIT {

    private static final String SWEEP = "workfront-abandoned-grants";

    private final TwoNodes nodes;
    private final Demo demo;
    private final Workfront workfront;

    EndedForGoodIT(TwoNodes nodes) {
        this.nodes = nodes;
        this.demo = new Demo(nodes.first());
        this.workfront = demo.workfront();
    }

    /** Who is disabled while the contract is off, and enabled before it is on again. */
    enum Off {
        CONTRACT {
            @Override
            void set(Demo demo, boolean off) {
                demo.realm().change(realm -> realm.withObject("/attributes")
                        .put("workfront.enabled", off ? "false" : "true"));
            }
        },
        REALM {
            @Override
            void set(Demo demo, boolean off) {
                demo.realm().change(realm -> realm.put("enabled", !off));
            }
        };

        abstract void set(Demo demo, boolean off);
    }

    @ParameterizedTest
    @EnumSource
    void aUserDisabledMeanwhileStaysEnded(Off off) {
        Visitor visitor = demo.visitor();
        Tokens tokens = visitor.grant(workfront, Acme.WEB);
        off.set(demo, true);
        try {
            demo.realm().users().disable(visitor.user());
            demo.realm().users().enable(visitor.user());
        } finally {
            off.set(demo, false);
        }

        assertEnded(Acme.WEB, tokens);
        assertThat(rows(visitor)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void anApplicationDisabledMeanwhileStaysEnded(Off off) {
        try (Demo.Temporary temporary = demo.singlePage(client -> {})) {
            Visitor visitor = demo.visitor();
            Tokens tokens = visitor.grant(workfront, temporary.application());
            off.set(demo, true);
            try {
                demo.realm().clients().disable(temporary.clientId());
                demo.realm().clients().enable(temporary.clientId());
            } finally {
                off.set(demo, false);
            }

            assertEnded(temporary.application(), tokens);
            assertThat(rows(visitor)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLoginThatAnAdministratorEndsMeanwhileStaysEnded(Off off) {
        Visitor visitor = demo.visitor();
        Tokens tokens = visitor.grant(workfront, Acme.WEB);
        off.set(demo, true);
        try {
            demo.realm().users().sessions(visitor.user()).forEach(login -> demo.realm()
                    .deleteSession(login.get("id").asText()));
        } finally {
            off.set(demo, false);
        }

        assertEnded(Acme.WEB, tokens);
        assertThat(rows(visitor)).isZero();
    }

    @Test
    void notBeforeThatIsTakenBackRevivesNothingThatItRefused() {
        try (Demo.Temporary temporary = demo.singlePage(client -> {})) {
            Tokens tokens = demo.visitor().grant(workfront, temporary.application());
            nodes.clock().advance(Duration.ofSeconds(5));
            demo.realm()
                    .clients()
                    .pushNotBefore(temporary.clientId(), nodes.clock().seconds());
            assertThat(workfront.alive(tokens.sessionId())).isFalse();

            demo.realm().clients().pushNotBefore(temporary.clientId(), 0);

            assertEnded(temporary.application(), tokens);
        }
    }

    /** Keycloak shows the users whom a disabled organization manages as disabled, and tells nobody. */
    @Test
    void usersOfADisabledOrganizationAreSwept() {
        Visitor visitor = demo.visitor();
        Tokens tokens = visitor.grant(workfront, Acme.WEB);
        try (Realm.Organization organization = demo.realm().organization()) {
            organization.add(visitor.user());
            nodes.database()
                    .run("update user_group_membership set membership_type = 'MANAGED' where user_id = '"
                            + visitor.user().id() + "'");
            forgetWhatIsCached();
            assertThat(workfront.alive(tokens.sessionId())).isTrue();

            organization.enable(false);
            sweep();
            organization.enable(true);

            assertThat(rows(visitor)).isZero();
            assertEnded(Acme.WEB, tokens);
        }
    }

    /** What asks for a grant whose user nobody was told is disabled. */
    enum Request {
        REFRESH {
            @Override
            void make(Demo demo, Tokens tokens) {
                demo.refused(() -> demo.workfront().refresh(Acme.WEB, tokens.refreshToken()))
                        .answers(400, "invalid_grant")
                        .records("REFRESH_TOKEN_ERROR", "user_disabled");
            }
        },
        INTROSPECTION {
            @Override
            void make(Demo demo, Tokens tokens) {
                assertThat(demo.workfront().alive(tokens.sessionId())).isFalse();
            }
        },
        LOGOUT {
            @Override
            void make(Demo demo, Tokens tokens) {
                Answers.assertThat(demo.workfront().client(Acme.WEB).logOut(tokens.sessionId()))
                        .isNotLoggedIn();
            }
        };

        abstract void make(Demo demo, Tokens tokens);
    }

    @ParameterizedTest
    @EnumSource
    void onceRefusedForADisabledUserItIsGone(Request request) {
        Visitor visitor = demo.visitor();
        Tokens tokens = visitor.grant(workfront, Acme.WEB);
        Tokens other = visitor.grant(workfront, Acme.SINGLE_PAGE);
        quietly(visitor, false);

        request.make(demo, tokens);

        assertThat(rows(visitor)).isZero();
        quietly(visitor, true);
        assertEnded(Acme.WEB, tokens);
        assertEnded(Acme.SINGLE_PAGE, other);
    }

    @Test
    void aCodeRefusedForADisabledUserIsGone() {
        Visitor visitor = demo.visitor();
        String code = visitor.allow(workfront, Acme.WEB).code();
        quietly(visitor, false);

        demo.refused(() -> workfront.redeem(Acme.WEB, code)).answers(400, "invalid_grant");

        assertThat(rows(visitor)).isZero();
    }

    @Test
    void onceRefusedForADisabledApplicationItIsGone() {
        try (Demo.Temporary temporary = demo.singlePage(client -> {})) {
            Visitor visitor = demo.visitor();
            Tokens tokens = visitor.grant(workfront, temporary.application());
            quietly(temporary, false);

            demo.refused(() -> workfront.refresh(temporary.application(), tokens.refreshToken()))
                    .answers(401, "invalid_client")
                    .records("REFRESH_TOKEN_ERROR", "client_disabled");

            assertThat(rows(visitor)).isZero();
            quietly(temporary, true);
            assertEnded(temporary.application(), tokens);
        }
    }

    /** What leaves a dead row that nobody asks for. */
    enum Dead {
        USER_DISABLED {
            @Override
            void happen(EndedForGoodIT it, Visitor visitor, Demo.Temporary application) {
                it.quietly(visitor, false);
            }
        },
        APPLICATION_DISABLED {
            @Override
            void happen(EndedForGoodIT it, Visitor visitor, Demo.Temporary application) {
                it.quietly(application, false);
            }
        },
        CONSENT_WITHDRAWN {
            @Override
            void happen(EndedForGoodIT it, Visitor visitor, Demo.Temporary application) {
                it.demo.realm().users().revokeConsent(visitor.user(), application.clientId());
            }
        },
        OLDER_THAN_NOT_BEFORE_OF_THE_APPLICATION {
            @Override
            void happen(EndedForGoodIT it, Visitor visitor, Demo.Temporary application) {
                it.nodes.clock().advance(Duration.ofSeconds(5));
                it.demo
                        .realm()
                        .clients()
                        .pushNotBefore(application.clientId(), it.nodes.clock().seconds());
            }
        },
        OLDER_THAN_NOT_BEFORE_OF_THE_USER {
            @Override
            void happen(EndedForGoodIT it, Visitor visitor, Demo.Temporary application) {
                it.nodes
                        .database()
                        .run("update user_entity set not_before = "
                                + (it.nodes.clock().seconds() + 5) + " where id = '"
                                + visitor.user().id() + "'");
            }
        },
        USER_GONE_WITHOUT_A_WORD {
            @Override
            void happen(EndedForGoodIT it, Visitor visitor, Demo.Temporary application) {
                // Keycloak removes the imported users of a deleted store like that.
                it.nodes
                        .database()
                        .run("update workfront_grant set user_id = 'gone' where user_id = '"
                                + visitor.user().id() + "'");
            }
        },
        STORE_GONE {
            @Override
            void happen(EndedForGoodIT it, Visitor visitor, Demo.Temporary application) {
                it.nodes
                        .database()
                        .run("update workfront_grant set user_id = 'f:no-such-store:somebody' where user_id = '"
                                + visitor.user().id() + "'");
            }
        };

        abstract void happen(EndedForGoodIT it, Visitor visitor, Demo.Temporary application);
    }

    @ParameterizedTest
    @EnumSource
    void deadRowsAreSweptAndLiveOnesStay(Dead dead) {
        Visitor spared = demo.visitor();
        Tokens living = spared.grant(workfront, Acme.WEB);
        try (Demo.Temporary temporary = demo.singlePage(client -> {})) {
            Visitor visitor = demo.visitor();
            visitor.grant(workfront, temporary.application());
            assertThat(rows(temporary)).isEqualTo(1);
            dead.happen(this, visitor, temporary);

            sweep();

            assertThat(rows(temporary)).isZero();
        }
        assertThat(workfront.alive(living.sessionId())).isTrue();
        Tokens.of(workfront.refresh(Acme.WEB, living.refreshToken()));
    }

    /** Users whom nobody told us of, also while the contract is off. */
    @Test
    void whileTheContractIsOffDisabledUsersAreSweptToo() {
        Visitor visitor = demo.visitor();
        Tokens tokens = visitor.grant(workfront, Acme.WEB);
        Off.CONTRACT.set(demo, true);
        try {
            quietly(visitor, false);
            sweep();
            assertThat(rows(visitor)).isZero();
            quietly(visitor, true);
        } finally {
            Off.CONTRACT.set(demo, false);
        }

        assertEnded(Acme.WEB, tokens);
    }

    private void assertEnded(Application application, Tokens tokens) {
        assertThat(workfront.alive(tokens.sessionId())).isFalse();
        Supplier<Answer> refresh = () -> workfront.refresh(application, tokens.refreshToken());
        demo.refused(refresh).answers(400, "invalid_grant");
    }

    private void sweep() {
        nodes.first().clock().run(SWEEP);
    }

    private void quietly(Visitor visitor, boolean enabled) {
        nodes.database()
                .run("update user_entity set enabled = " + enabled + " where id = '"
                        + visitor.user().id() + "'");
        forgetWhatIsCached();
    }

    private void quietly(Demo.Temporary application, boolean enabled) {
        nodes.database()
                .run("update client set enabled = " + enabled + " where client_id = '" + application.clientId() + "'");
        forgetWhatIsCached();
    }

    private void forgetWhatIsCached() {
        demo.realm().forgetWhatIsCached();
    }

    private long rows(Visitor visitor) {
        return nodes.database()
                .count("select count(*) from workfront_grant where user_id = '"
                        + visitor.user().id() + "'");
    }

    private long rows(Demo.Temporary application) {
        return nodes.database()
                .count("select count(*) from workfront_grant g join client c on c.id = g.client_id"
                        + " where c.client_id = '" + application.clientId() + "'");
    }
}
