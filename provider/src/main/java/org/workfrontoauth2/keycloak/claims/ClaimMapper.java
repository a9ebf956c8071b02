package org.workfrontoauth2.keycloak.claims;

import java.util.ArrayList;
import java.util.List;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.IDToken;

/** Puts one {@link Claim} into the tokens of clients that use this mapper. */
abstract class ClaimMapper extends AbstractOIDCProtocolMapper
        implements OIDCAccessTokenMapper, OIDCIDTokenMapper, UserInfoTokenMapper, TokenIntrospectionTokenMapper {

    private final Claim claim;
    private final List<ProviderConfigProperty> properties = new ArrayList<>();

    ClaimMapper(Claim claim) {
        this.claim = claim;
        OIDCAttributeMapperHelper.addTokenClaimNameConfig(properties);
        OIDCAttributeMapperHelper.addIncludeInTokensConfig(properties, ClaimMapper.class);
        properties.stream()
                .filter(property -> property.getName().equals(OIDCAttributeMapperHelper.TOKEN_CLAIM_NAME))
                .forEach(property -> property.setDefaultValue(claim.claim()));
    }

    @Override
    protected void setClaim(
            IDToken token,
            ProtocolMapperModel mapper,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext clientSession) {
        String value =
                claim.value(session, userSession.getRealm(), userSession.getUser(), clientSession.getClientSession());
        OIDCAttributeMapperHelper.mapClaim(token, mapper, value);
    }

    @Override
    public String getId() {
        return "workfront-" + claim.claim() + "-mapper";
    }

    @Override
    public String getDisplayType() {
        return "Workfront " + claim.claim();
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getHelpText() {
        return claim.help();
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return properties;
    }
}
