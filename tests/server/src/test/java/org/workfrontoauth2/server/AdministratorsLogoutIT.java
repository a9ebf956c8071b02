package org.workfrontoauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workfrontoauth2.server.harness.Event;
import org.workfrontoauth2.server.harness.KeycloakServer;
import org.workfrontoauth2.server.harness.RunsOn;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.ConsentPage;
import org.workfrontoauth2.walkthrough.ErrorPage;
import org.workfrontoauth2.walkthrough.Page;

/** Contract, section 6: a login that began after an administrator's logout works at once; one before is dead. */
@RunsOn
class AdministratorsLogoutIT {

    /** A login takes part of a second; one of so many does not cross into the next. */
    private static final int ATTEMPTS = 40;

    private final Demo demo;
    private final Workfront workfront;

    AdministratorsLogoutIT(KeycloakServer keycloak) {
        this.demo = new Demo(keycloak);
        this.workfront = demo.workfront();
    }

    enum Logout {
        OF_THE_USER {
            @Override
            void happen(Demo demo, Visitor visitor) {
                demo.realm().users().logout(visitor.user());
            }
        },
        OF_ALL {
            @Override
            void happen(Demo demo, Visitor visitor) {
                demo.realm().logoutAll();
            }

            @Override
            void undo(Demo demo) {
                demo.realm().pushNotBefore(0);
            }
        };

        abstract void happen(Demo demo, Visitor visitor);

        void undo(Demo demo) {}
    }

    @ParameterizedTest
    @EnumSource
    void aLoginThatBeganAfterItInTheSameSecondWorks(Logout logout) {
        Visitor visitor = demo.visitor();
        visitor.allow(workfront, Acme.WEB);
        boolean sameSecond = false;
        try {
            for (int i = 0; i < ATTEMPTS && !sameSecond; i++) {
                Visitor later = demo.visitor(visitor.user());
                logout.happen(demo, visitor);
                long second = demo.keycloak().clock().seconds();
                String code = later.allow(workfront, Acme.WEB).code();
                sameSecond = demo.keycloak().clock().seconds() == second;

                Tokens tokens = Tokens.of(workfront.redeem(Acme.WEB, code));
                assertThat(workfront.alive(tokens.sessionId())).isTrue();
                Tokens next = Tokens.of(workfront.refresh(Acme.WEB, tokens.refreshToken()));
                assertThat(workfront.alive(next.sessionId())).isTrue();
            }
            assertThat(sameSecond).as("a logout and a login in one second").isTrue();
        } finally {
            logout.undo(demo);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasIssuedBeforeIsDead(Logout logout) {
        Visitor visitor = demo.visitor();
        Tokens tokens = visitor.grant(workfront, Acme.WEB);
        try {
            logout.happen(demo, visitor);

            assertThat(workfront.alive(tokens.sessionId())).isFalse();
            demo.refused(() -> workfront.refresh(Acme.WEB, tokens.refreshToken()))
                    .answers(400, "invalid_grant")
                    .records("REFRESH_TOKEN_ERROR", "invalid_token");
        } finally {
            logout.undo(demo);
        }
    }

    /** The answer says nothing of a refresh token, which the application never had. */
    @ParameterizedTest
    @EnumSource
    void aCodeThatWasHandedOutBeforeIsNotRedeemed(Logout logout) {
        Visitor visitor = demo.visitor();
        String code = visitor.allow(workfront, Acme.WEB).code();
        try {
            logout.happen(demo, visitor);

            Refused refused = demo.refused(() -> workfront.redeem(Acme.WEB, code));

            refused.answers(400, "invalid_grant");
            assertThat(refused.answer().member("message")).doesNotContain("refresh token");
            assertThat(refused.errors()).extracting(Event::type).containsExactly("CODE_TO_TOKEN_ERROR");
            assertThat(refused.errors().get(0).details().get("reason").asText()).doesNotContain("refresh token");
        } finally {
            logout.undo(demo);
        }
    }

    /** The user has given the password, before the logout, and allows the application after it. */
    @ParameterizedTest
    @EnumSource
    void aLoginInProgressEndsOnTheErrorPage(Logout logout) {
        Visitor visitor = demo.visitor();
        Page consent = visitor.logIn(workfront.authorizeAddress(Acme.WEB));
        try {
            logout.happen(demo, visitor);
            demo.realm().events().clear();

            Page page = new ConsentPage(consent).allow();

            assertThat(page.left()).isEmpty();
            assertThat(new ErrorPage(page).status()).isEqualTo(400);
            List<Event> expired = demo.realm().events().errors().stream()
                    .filter(event -> "expired_code".equals(event.error()))
                    .toList();
            assertThat(expired).hasSize(1);
            assertThat(expired.get(0).type()).isEqualTo("LOGIN_ERROR");
            assertThat(expired.get(0).details().get("reason").asText())
                    .isEqualTo("The login began before an administrator logged the user out.");
            Tokens.of(workfront.redeem(
                    Acme.WEB,
                    demo.visitor(visitor.user()).allow(workfront, Acme.WEB).code()));
        } finally {
            logout.undo(demo);
        }
    }

    /** Ordinary clients go on as in stock Keycloak. */
    @Test
    void anOrdinaryClientsLoginInProgressGoesOn() {
        Visitor visitor = demo.visitor();
        PlainClient plain = new PlainClient(workfront);
        visitor.browser().open(plain.address("openid"));
        demo.realm().users().logout(visitor.user());

        Answers.assertThat(plain.login(visitor, "openid")).hasStatus(200);
    }

    /** Not-before that is set by hand is a second, and includes it. */
    @ParameterizedTest
    @ValueSource(strings = {"realm", "application"})
    void notBeforeIncludesItsSecond(String whose) {
        try (Demo.Temporary temporary = demo.singlePage(client -> {})) {
            Visitor visitor = demo.visitor();
            Tokens tokens = visitor.grant(workfront, temporary.application());
            long second = demo.keycloak().clock().seconds();
            if (whose.equals("realm")) {
                demo.realm().pushNotBefore(second);
            } else {
                demo.realm().clients().pushNotBefore(temporary.clientId(), second);
            }
            try {
                assertThat(workfront.alive(tokens.sessionId())).isFalse();
                assertThat(workfront
                                .refresh(temporary.application(), tokens.refreshToken())
                                .status())
                        .isEqualTo(400);
            } finally {
                demo.realm().pushNotBefore(0);
            }
        }
    }
}
