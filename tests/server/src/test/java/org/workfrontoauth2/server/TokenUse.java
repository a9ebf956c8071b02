package org.workfrontoauth2.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.workfrontoauth2.walkthrough.Answer;

/** How tokens are got, and what they are good for. */
enum TokenUse implements Use {
    CODE {
        @Override
        public List<String> outcome(Side side) {
            return side.codeFlow("openid");
        }
    },
    CODE_WITH_EVERY_OPTIONAL_SCOPE {
        @Override
        public List<String> outcome(Side side) {
            return side.codeFlow("openid address phone microprofile-jwt organization");
        }
    },
    CODE_WITHOUT_OPENID {
        @Override
        public List<String> outcome(Side side) {
            return side.codeFlow("profile");
        }
    },
    OFFLINE_CODE {
        @Override
        public List<String> outcome(Side side) {
            return side.codeFlow("openid offline_access");
        }
    },
    PASSWORD {
        @Override
        public List<String> outcome(Side side) {
            return side.tokens(side.client().password(side.user().name(), "openid"));
        }
    },
    OFFLINE_PASSWORD {
        @Override
        public List<String> outcome(Side side) {
            return side.tokens(side.client().password(side.user().name(), "openid offline_access"));
        }
    },
    LIFETIMES {
        @Override
        public List<String> outcome(Side side) {
            PlainClient client = side.client();
            String user = side.user().name();
            List<String> outcome = new ArrayList<>();
            for (String scope : List.of("openid", "openid offline_access")) {
                Answer tokens = client.password(user, scope);
                for (Duration pause : List.of(Duration.ofHours(1), Duration.ofDays(29), Duration.ofDays(31))) {
                    side.server().clock().advance(pause);
                    tokens = client.refresh(tokens);
                    outcome.add(scope + " after " + pause + " " + side.shape(tokens));
                }
            }
            return outcome;
        }
    },
    CLIENT_CREDENTIALS {
        @Override
        public List<String> outcome(Side side) {
            return side.tokens(side.client().clientCredentials());
        }
    },
    PUSHED_AUTHORIZATION {
        @Override
        public List<String> outcome(Side side) {
            return List.of(side.shape(side.client()
                    .post(
                            "ext/par/request",
                            Map.of(
                                    "redirect_uri",
                                    "http://localhost:9999/plain",
                                    "response_type",
                                    "code",
                                    "scope",
                                    "openid"))));
        }
    }
}
