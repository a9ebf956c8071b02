package org.workfrontoauth2.keycloak.claims;

import com.google.auto.service.AutoService;
import org.keycloak.protocol.ProtocolMapper;

/** The claim {@code wid}. */
@AutoService(ProtocolMapper.class)
public final class WidMapper extends ClaimMapper {

    public WidMapper() {
        super(Claim.WID);
    }
}
