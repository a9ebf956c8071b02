package org.workfrontoauth2.server;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Page;

/** How tokens end. */
enum EndUse implements Use {
    LOGOUT_WITH_THE_REFRESH_TOKEN {
        @Override
        public List<String> outcome(Side side) {
            Answer tokens = side.client().password(side.user().name(), "openid");
            return List.of(
                    side.shape(side.client().logout(tokens)),
                    side.shape(side.client().refresh(tokens)),
                    side.shape(side.client().userinfo(tokens)),
                    side.shape(side.client().introspect(tokens)));
        }
    },
    LOGOUT_IN_THE_BROWSER {
        @Override
        public List<String> outcome(Side side) {
            Visitor visitor = side.visitor();
            Answer tokens = side.client().login(visitor, "openid");
            Answer offline = side.client().login(visitor, "openid offline_access");
            visitor.logOut(side.workfront());
            return List.of(
                    side.shape(side.client().refresh(tokens)),
                    side.shape(side.client().userinfo(tokens)),
                    side.shape(side.client().refresh(offline)));
        }
    },
    LOGOUT_WITH_THE_ID_TOKEN {
        @Override
        public List<String> outcome(Side side) {
            Visitor visitor = side.visitor();
            Answer tokens = side.client().login(visitor, "openid");
            Page page = visitor.browser()
                    .open(side.workfront().standardEndpoint("logout") + "?id_token_hint="
                            + tokens.member("id_token") + "&post_logout_redirect_uri="
                            + "http://localhost:9999/plain&state=s");
            return List.of(side.where(page), side.shape(side.client().refresh(tokens)));
        }
    },
    ADMINISTRATOR_LOGS_THE_USER_OUT {
        @Override
        public List<String> outcome(Side side) {
            Answer tokens = side.client().password(side.user().name(), "openid");
            Answer offline = side.client().password(side.user().name(), "openid offline_access");
            // Keycloak spares what was issued in the second of the logout.
            long issued = Instant.now().getEpochSecond();
            Awaitility.await().until(() -> Instant.now().getEpochSecond() > issued);
            side.server().realm(side.realm()).users().logout(side.user());
            return List.of(
                    side.shape(side.client().refresh(tokens)),
                    side.shape(side.client().refresh(offline)),
                    side.shape(side.client().introspect(tokens)));
        }
    },
    REVOCATION {
        @Override
        public List<String> outcome(Side side) {
            List<String> outcome = new ArrayList<>();
            for (String scope : List.of("openid", "openid offline_access")) {
                Answer tokens = side.client().password(side.user().name(), scope);
                outcome.add(side.shape(side.client().revoke(tokens.member("access_token"))));
                outcome.add(side.shape(side.client().introspect(tokens)));
                outcome.add(side.shape(side.client().revoke(tokens.member("refresh_token"))));
                outcome.add(side.shape(side.client().refresh(tokens)));
            }
            outcome.add(side.shape(side.client().revoke("no-such-token")));
            return outcome;
        }
    }
}
