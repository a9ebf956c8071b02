package org.workfrontoauth2.contract.gateway;

import org.workfrontoauth2.contract.Denial;
import org.workfrontoauth2.contract.Fault;

/**
 * The refusal of a gateway that may not ask (contract, section 6). If the session ID is wrong, the response is the same
 * as everywhere else.
 */
public enum GatewayRefusal implements Denial {
    MAY_NOT_ASK(
            Fault.ASKER,
            "access_denied",
            "This address may not ask whether session IDs are valid, and the request has no secret "
                    + "that allows it.",
            "not_allowed");

    private final Fault fault;
    private final String error;
    private final String description;
    private final String event;

    GatewayRefusal(Fault fault, String error, String description, String event) {
        this.fault = fault;
        this.error = error;
        this.description = description;
        this.event = event;
    }

    @Override
    public Fault fault() {
        return fault;
    }

    @Override
    public String error() {
        return error;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public String event() {
        return event;
    }
}
