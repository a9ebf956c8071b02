package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Application;

/** Contract, section 6: the table of what ends session IDs and refresh tokens, row by row. */
@RunsOn
class SessionEndIT {

    private static final String REFRESH_ERROR = "REFRESH_TOKEN_ERROR";

    private final Demo demo;
    private final Workfront workfront;

    SessionEndIT(KeycloakServer keycloak) {
        this.demo = new Demo(keycloak);
        this.workfront = demo.workfront();
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme-web", "acme-spa"})
    void whenTheUserLogsOutInTheBrowserTheRefreshTokenLives(String clientId) {
        Application application = clientId.equals("acme-web") ? Acme.WEB : Acme.SINGLE_PAGE;
        Visitor visitor = demo.visitor();
        Tokens tokens = visitor.grant(workfront, application);
        Tokens refreshed = Tokens.of(workfront.refresh(application, tokens.refreshToken()));

        visitor.logOut(workfront);

        assertThat(workfront.alive(tokens.sessionId())).isFalse();
        assertThat(workfront.alive(refreshed.sessionId())).isFalse();
        Answers.assertThat(workfront.client(application).logOut(tokens.sessionId()))
                .isNotLoggedIn();
        Tokens after = Tokens.of(workfront.refresh(application, refreshed.refreshToken()));
        assertThat(workfront.alive(after.sessionId())).isTrue();
    }

    @Test
    void loggingOutOfOneBrowserSparesTheOther() {
        Visitor one = demo.visitor();
        Visitor other = demo.visitor(one.user());
        Tokens ended = one.grant(workfront, Acme.WEB);
        Tokens spared = other.grant(workfront, Acme.WEB);

        one.logOut(workfront);

        assertThat(workfront.alive(ended.sessionId())).isFalse();
        assertThat(workfront.alive(spared.sessionId())).isTrue();
    }

    /** What ends both, at once. */
    enum End {
        ADMINISTRATOR_LOGS_THE_USER_OUT {
            @Override
            void happen(Demo demo, Visitor visitor, Demo.Temporary application) {
                demo.realm().users().logout(visitor.user());
            }
        },
        NOT_BEFORE_OF_THE_REALM {
            @Override
            void happen(Demo demo, Visitor visitor, Demo.Temporary application) {
                demo.realm().pushNotBefore(demo.keycloak().clock().seconds());
            }

            @Override
            void undo(Demo demo) {
                demo.realm().pushNotBefore(0);
            }
        },
        NOT_BEFORE_OF_THE_APPLICATION {
            @Override
            void happen(Demo demo, Visitor visitor, Demo.Temporary application) {
                demo.realm()
                        .clients()
                        .pushNotBefore(
                                application.clientId(), demo.keycloak().clock().seconds());
            }
        },
        USER_DISABLED {
            @Override
            void happen(Demo demo, Visitor visitor, Demo.Temporary application) {
                demo.realm().users().disable(visitor.user());
            }
        },
        USER_DELETED {
            @Override
            void happen(Demo demo, Visitor visitor, Demo.Temporary application) {
                demo.realm().users().delete(visitor.user());
            }
        },
        APPLICATION_DISABLED {
            @Override
            void happen(Demo demo, Visitor visitor, Demo.Temporary application) {
                demo.realm().clients().disable(application.clientId());
            }
        },
        APPLICATION_DELETED {
            @Override
            void happen(Demo demo, Visitor visitor, Demo.Temporary application) {
                application.delete();
            }
        },
        CONSENT_WITHDRAWN_BY_THE_ADMINISTRATOR {
            @Override
            void happen(Demo demo, Visitor visitor, Demo.Temporary application) {
                demo.realm().users().revokeConsent(visitor.user(), application.clientId());
            }
        },
        CONSENT_WITHDRAWN_BY_THE_USER {
            @Override
            void happen(Demo demo, Visitor visitor, Demo.Temporary application) {
                Account.of(demo, visitor.user()).withdrawConsent(application.clientId());
            }
        };

        abstract void happen(Demo demo, Visitor visitor, Demo.Temporary application);

        void undo(Demo demo) {}
    }

    /** Everything happens within about a second: what was issued in the same second is dead as well. */
    @ParameterizedTest
    @EnumSource
    void atOnceBothAreDead(End end) {
        try (Demo.Temporary temporary = demo.singlePage(client -> {})) {
            Application application = temporary.application();
            Visitor visitor = demo.visitor();
            Tokens tokens = visitor.grant(workfront, application);
            Tokens refreshed = Tokens.of(workfront.refresh(application, tokens.refreshToken()));
            assertThat(workfront.alive(refreshed.sessionId())).isTrue();

            end.happen(demo, visitor, temporary);
            try {
                assertDead(tokens.sessionId());
                assertDead(refreshed.sessionId());
                assertThat(workfront.refreshable(refreshed.refreshToken())).isFalse();
                Refused refused = demo.refused(() -> workfront.refresh(application, refreshed.refreshToken()));
                Answers.assertThat(refused.answer())
                        .isWorkfrontError()
                        .hasStatus(end.name().startsWith("APPLICATION") ? 401 : 400);
                assertThat(refused.errors()).hasSize(1);
                assertThat(refused.errors().get(0).type()).isEqualTo(REFRESH_ERROR);
            } finally {
                end.undo(demo);
            }
        }
    }

    @Test
    void afterAnAdministratorsLogoutTheUserMayComeBack() {
        Visitor visitor = demo.visitor();
        Tokens ended = visitor.grant(workfront, Acme.WEB);
        demo.realm().users().logout(visitor.user());
        assertDead(ended.sessionId());

        demo.keycloak().clock().advance(Duration.ofSeconds(2));
        Tokens next = demo.visitor(visitor.user()).grant(workfront, Acme.WEB);

        assertThat(workfront.alive(next.sessionId())).isTrue();
        assertDead(ended.sessionId());
    }

    /** What ends one grant, and no other. */
    enum GrantEnd {
        LOGOUT_OF_WORKFRONTS_API {
            @Override
            Answer happen(Workfront workfront, Tokens tokens) {
                return workfront.client(Acme.WEB).logOut(tokens.sessionId());
            }
        },
        REVOCATION_OF_THE_SESSION_ID {
            @Override
            Answer happen(Workfront workfront, Tokens tokens) {
                return workfront.client(Acme.WEB).revoke(tokens.sessionId());
            }
        },
        REVOCATION_OF_THE_REFRESH_TOKEN {
            @Override
            Answer happen(Workfront workfront, Tokens tokens) {
                return workfront.client(Acme.WEB).revoke(tokens.refreshToken());
            }
        };

        abstract Answer happen(Workfront workfront, Tokens tokens);
    }

    @ParameterizedTest
    @EnumSource
    void thisGrantsTokensAreDeadAndNoOthers(GrantEnd end) {
        Visitor visitor = demo.visitor();
        Tokens spared = visitor.grant(workfront, Acme.WEB);
        Tokens otherApplication = visitor.grant(workfront, Acme.SINGLE_PAGE);
        Tokens tokens = visitor.grant(workfront, Acme.WEB);
        Tokens refreshed = Tokens.of(workfront.refresh(Acme.WEB, tokens.refreshToken()));

        Answers.assertThat(end.happen(workfront, refreshed)).hasStatus(200);

        assertDead(tokens.sessionId());
        assertDead(refreshed.sessionId());
        demo.refused(() -> workfront.refresh(Acme.WEB, tokens.refreshToken()))
                .answers(400, "invalid_grant")
                .records(REFRESH_ERROR, "invalid_token");
        assertThat(workfront.alive(spared.sessionId())).isTrue();
        assertThat(workfront.alive(otherApplication.sessionId())).isTrue();
        Tokens.of(workfront.refresh(Acme.WEB, spared.refreshToken()));
        Tokens.of(workfront.refresh(Acme.SINGLE_PAGE, otherApplication.refreshToken()));
    }

    @Test
    void nobodyRevokesTheTokensOfAnotherApplication() {
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);

        workfront.client(Acme.SINGLE_PAGE).revoke(tokens.sessionId());
        workfront.client(Acme.SINGLE_PAGE).revoke(tokens.refreshToken());
        workfront.post(
                workfront.standardEndpoint("revoke"),
                Map.of("token", tokens.sessionId()),
                "Authorization",
                Workfront.basic("plain-oidc", "plain-oidc-secret"));

        assertThat(workfront.alive(tokens.sessionId())).isTrue();
        Tokens.of(workfront.refresh(Acme.WEB, tokens.refreshToken()));
    }

    @Test
    void revokingWhatIsUnknownSucceeds() {
        Answers.assertThat(workfront.client(Acme.WEB).revoke("no-such-token")).hasStatus(200);
    }

    @Test
    void revokingNeedsTheSecret() {
        Tokens tokens = demo.visitor().grant(workfront, Acme.WEB);
        Application impostor = new Application("acme-web", "wrong", Acme.WEB.redirectUrl());

        assertThat(workfront.client(impostor).revoke(tokens.sessionId()).status())
                .isIn(400, 401);
        assertThat(workfront.alive(tokens.sessionId())).isTrue();
    }

    private void assertDead(String sessionId) {
        assertThat(workfront.introspect(sessionId).toString()).isEqualTo("{\"active\":false}");
        Answers.assertThat(workfront.verify("sessionID", sessionId)).isNotLoggedIn();
        Answers.assertThat(workfront.get(workfront.sessionEndpoint(), "sessionID", sessionId))
                .isNotLoggedIn();
        Answers.assertThat(workfront.client(Acme.WEB).logOut(sessionId)).isNotLoggedIn();
    }
}
