package org.workfrontoauth2.walkthrough;

import java.net.URI;
import java.time.InstantSource;

/**
 * A browser without a window: it keeps cookies, follows redirects on the server and reads pages.
 *
 * <p>A redirect away from the server, to the application, is never opened: nobody listens there. The page that comes
 * back then holds the {@link Callback}.
 */
public final class Browser {

    private static final int MOST_REDIRECTS = 20;

    private final Server server;
    private final CookieJar cookies;

    public Browser(Server server) {
        this(server, new CookieJar(InstantSource.system()));
    }

    private Browser(Server server, CookieJar cookies) {
        this.server = server;
        this.cookies = cookies;
    }

    /** The same browser as it is now: what either of them does from here on, the other does not know. */
    public Browser copy() {
        return new Browser(server, cookies.copy());
    }

    /** Loses a cookie, on every host. */
    public void lose(String cookie) {
        cookies.lose(cookie);
    }

    public Page open(String address) {
        return send(Request.get(address));
    }

    public Page send(Request first) {
        Request request = first;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            Response response = exchange(request);
            if (!response.redirects()) {
                return new Page(this, request.address(), response);
            }
            String next = resolve(request.address(), response);
            if (!server.serves(next)) {
                return new Page(this, next, response);
            }
            boolean repeats = response.status() == 307 || response.status() == 308;
            request = repeats ? request.at(next) : Request.get(next);
        }
        throw new IllegalStateException("Too many redirects from " + Masked.text(first.address()));
    }

    private Response exchange(Request request) {
        Request dressed = request.header("Accept", "text/html").header("Accept-Language", "en");
        Response response = server.send(cookies.header(request)
                .map(header -> dressed.header("Cookie", header))
                .orElse(dressed));
        cookies.keep(request, response.headers().all("Set-Cookie"));
        return response;
    }

    private static String resolve(String address, Response response) {
        String location = response.headers().first("Location").orElseThrow();
        boolean absolute = location.matches("[A-Za-z][A-Za-z0-9+.-]*:.*");
        return absolute ? location : URI.create(address).resolve(location).toString();
    }
}
