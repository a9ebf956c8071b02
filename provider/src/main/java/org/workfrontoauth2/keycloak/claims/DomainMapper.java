package org.workfrontoauth2.keycloak.claims;

import com.google.auto.service.AutoService;
import org.keycloak.protocol.ProtocolMapper;

/** The claim {@code domain}. */
@AutoService(ProtocolMapper.class)
public final class DomainMapper extends ClaimMapper {

    public DomainMapper() {
        super(Claim.DOMAIN);
    }
}
