package org.workfrontoauth2.contract.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.workfrontoauth2.contract.ApiAnswer;

/** Contract, section 6: how somebody is told no who may not ask. */
class GatewayRefusalTest {

    @Test
    void itIsForbiddenInTheFormOfTheApi() {
        GatewayRefusal refusal = GatewayRefusal.MAY_NOT_ASK;

        assertThat(ApiAnswer.WRONG_REQUEST.status(refusal)).isEqualTo(403);
        assertThat(ApiAnswer.WRONG_REQUEST.members(refusal, refusal.description()))
                .isEqualTo(
                        Map.of(
                                "error",
                                Map.of(
                                        "class",
                                        "com.attask.common.AuthorizationException",
                                        "message",
                                        "This address may not ask whether session IDs are valid, and the request has no secret that allows it.")));
        assertThat(refusal.event()).isEqualTo("not_allowed");
    }
}
