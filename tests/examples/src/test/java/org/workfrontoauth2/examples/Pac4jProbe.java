package org.workfrontoauth2.examples;

import org.pac4j.core.context.CallContext;
import org.pac4j.core.context.MockWebContext;
import org.pac4j.core.context.session.MockSessionStore;
import org.pac4j.core.credentials.Credentials;
import org.pac4j.core.exception.http.WithLocationAction;
import org.pac4j.core.http.callback.NoParameterCallbackUrlResolver;
import org.pac4j.oauth.client.GenericOAuth20Client;
import org.pac4j.oauth.credentials.OAuth20Credentials;
import org.workfrontoauth2.walkthrough.Callback;

/** As far as the tokens: it wants a profile from an address that we do not have. */
final class Pac4jProbe implements Probe {

    @Override
    public String library() {
        return "pac4j-oauth";
    }

    @Override
    public Class<?> type() {
        return GenericOAuth20Client.class;
    }

    @Override
    public void run(Trial trial) {
        GenericOAuth20Client client = new GenericOAuth20Client();
        client.setKey(trial.clientId());
        client.setSecret(trial.secret());
        client.setAuthUrl(trial.authorizeUrl());
        client.setTokenUrl(trial.tokenUrl());
        client.setProfileUrl(trial.introspectionUrl());
        client.setCallbackUrl(trial.redirectUrl());
        client.setCallbackUrlResolver(new NoParameterCallbackUrlResolver());
        client.getConfiguration().setWithState(true);
        client.init();
        MockSessionStore session = new MockSessionStore();
        WithLocationAction action =
                (WithLocationAction) client.getRedirectionAction(new CallContext(MockWebContext.create(), session))
                        .orElseThrow();
        MockWebContext back = MockWebContext.create();
        new Callback(trial.visit(action.getLocation())).parameters().forEach(back::addRequestParameter);
        CallContext context = new CallContext(back, session);
        Credentials credentials = client.validateCredentials(
                        context, client.getCredentials(context).orElseThrow())
                .orElseThrow();
        trial.passed(
                "code",
                !((OAuth20Credentials) credentials)
                        .toAccessToken()
                        .getRefreshToken()
                        .isEmpty());
    }

    @Override
    public String toString() {
        return library();
    }
}
