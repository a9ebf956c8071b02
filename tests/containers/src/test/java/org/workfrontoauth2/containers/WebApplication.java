package org.workfrontoauth2.containers;

import java.util.Map;
import org.workfrontoauth2.walkthrough.Acme;
import org.workfrontoauth2.walkthrough.Answer;
import org.workfrontoauth2.walkthrough.Browser;
import org.workfrontoauth2.walkthrough.ConsentPage;
import org.workfrontoauth2.walkthrough.LoginPage;
import org.workfrontoauth2.walkthrough.Loopback;
import org.workfrontoauth2.walkthrough.Organisation;
import org.workfrontoauth2.walkthrough.Page;
import org.workfrontoauth2.walkthrough.ResourceServer;
import org.workfrontoauth2.walkthrough.Server;
import org.workfrontoauth2.walkthrough.WorkfrontClient;

/** The demo's web application, and the API it calls. */
record WebApplication(Server server, WorkfrontClient client, ResourceServer api) {

    /** At the organisation's own host, on this port of the loopback. */
    static WebApplication at(int port) {
        Server server = new Loopback(port);
        Organisation acme = Organisation.ofHost(Acme.REALM, "my", port);
        return new WebApplication(
                server, new WorkfrontClient(server, acme, Acme.WEB), new ResourceServer(server, acme));
    }

    /** Bob logs in, and allows it where he is asked. */
    Answer grant() {
        Page page = new LoginPage(new Browser(server).open(client.authorizeUrl(Map.of()))).logIn("bob", "bob");
        if (page.left().isEmpty()) {
            page = new ConsentPage(page).allow();
        }
        return client.exchange(page.callback().code());
    }
}
