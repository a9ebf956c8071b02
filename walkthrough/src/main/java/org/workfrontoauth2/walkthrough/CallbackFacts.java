package org.workfrontoauth2.walkthrough;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What comes back on the redirect (contract, section 3). */
final class CallbackFacts {

    private static final Pattern HOST = Pattern.compile("https?://([^.]+)\\.([^.]+)\\..*");

    private CallbackFacts() {}

    /** It carries a code. */
    static void hold(Callback callback, Application application, Organisation organisation, String state) {
        hold(callback, application, organisation, state, "code");
    }

    /** It carries {@code access_denied} in place of a code. */
    static void holdDenied(Callback callback, Application application, Organisation organisation, String state) {
        Fact.of("error", callback.parameter("error")).is("access_denied");
        hold(callback, application, organisation, state, "error");
    }

    private static void hold(
            Callback callback, Application application, Organisation organisation, String state, String outcome) {
        Map<String, String> parameters = new TreeMap<>(callback.parameters());
        parameters.remove("error_description");
        Matcher host = HOST.matcher(organisation.contract());
        Fact.of("the host has a domain and a lane", host.matches()).is(true);
        Fact.of("redirect URL", callback.target()).is(application.redirectUrl());
        Fact.of("domain", callback.parameter("domain")).is(host.group(1));
        Fact.of("lane", callback.parameter("lane")).is(host.group(2));
        Fact.of("state", callback.parameter("state")).is(state);
        Fact.of("iss", callback.parameter("iss")).is(organisation.contract());
        Fact.of("parameters", parameters.keySet()).is(new TreeSet<>(Set.of(outcome, "domain", "lane", "state", "iss")));
    }
}
