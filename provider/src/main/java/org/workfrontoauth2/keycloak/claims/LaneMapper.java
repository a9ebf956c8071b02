package org.workfrontoauth2.keycloak.claims;

import com.google.auto.service.AutoService;
import org.keycloak.protocol.ProtocolMapper;

/** The claim {@code lane}. */
@AutoService(ProtocolMapper.class)
public final class LaneMapper extends ClaimMapper {

    public LaneMapper() {
        super(Claim.LANE);
    }
}
