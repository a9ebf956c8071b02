package org.workfrontoauth2.keycloak.endpoint;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;
import org.keycloak.urls.UrlType;
import org.workfrontoauth2.contract.ContractPath;
import org.workfrontoauth2.contract.Dialect;
import org.workfrontoauth2.contract.Metadata;
import org.workfrontoauth2.contract.Refused;
import org.workfrontoauth2.keycloak.authorize.AuthorizeResource;
import org.workfrontoauth2.keycloak.call.Answers;
import org.workfrontoauth2.keycloak.call.Encryption;
import org.workfrontoauth2.keycloak.logo.LogoResource;
import org.workfrontoauth2.keycloak.mount.Mount;
import org.workfrontoauth2.keycloak.session.VerifyResource;
import org.workfrontoauth2.keycloak.token.ExchangeResource;
import org.workfrontoauth2.keycloak.token.RevokeResource;
import org.workfrontoauth2.keycloak.token.TokenResource;

/** {@code /integrations}: one path, one resource (contract, sections 3, 4 and 8). */
public final class Integrations {

    private final KeycloakSession session;

    Integrations(KeycloakSession session) {
        this.session = session;
    }

    /** The authorization endpoint. */
    @Path(ContractPath.AUTHORIZE)
    public AuthorizeResource authorize() {
        return new AuthorizeResource(session);
    }

    /** The token endpoint. */
    @Path(ContractPath.TOKEN)
    public TokenResource token() {
        return new TokenResource(session);
    }

    /** The JWT exchange. */
    @Path(ContractPath.EXCHANGE)
    public ExchangeResource exchange() {
        return new ExchangeResource(session);
    }

    /** The end of a grant, where Workfront's own clients ask for it. */
    @Path(ContractPath.REVOKE)
    public RevokeResource revoke() {
        return new RevokeResource(session);
    }

    /** Whether a session ID is good, for gateways; the path that they ask about may follow. */
    @Path(ContractPath.VERIFY + "{original: (/.*)?}")
    public VerifyResource verify() {
        return new VerifyResource(session);
    }

    /** The logos of applications, for everybody. */
    @Path(ContractPath.LOGOS + "{sha256}")
    public LogoResource logo(@PathParam("sha256") String sha256) {
        return new LogoResource(session, sha256);
    }

    /** The description of this authorization server (RFC 8414): 200; 400 over plain HTTP where the realm requires HTTPS. */
    @GET
    @Path(ContractPath.OAUTH + ContractPath.METADATA)
    public Response metadata() {
        try {
            Encryption.require(session);
        } catch (Refused refused) {
            return Answers.refused(session, refused, Dialect.WORKFRONT).build();
        }
        RealmModel realm = session.getContext().getRealm();
        String standard =
                Urls.realmIssuer(session.getContext().getUri(UrlType.FRONTEND).getBaseUri(), realm.getName())
                        + "/protocol/openid-connect";
        Mount mount = Mount.of(session);
        return Answers.json(session, 200, Metadata.of(mount.issuer(), mount.base(), standard))
                .header("Access-Control-Allow-Origin", "*")
                .build();
    }
}
