package org.workfrontoauth2.walkthrough;

import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Where a browser is: a page of the server, or the redirect that leaves it. */
public final class Page {

    private final Browser browser;
    private final String address;
    private final Response response;

    Page(Browser browser, String address, Response response) {
        this.browser = browser;
        this.address = address;
        this.response = response;
    }

    public String address() {
        return address;
    }

    public int status() {
        return response.status();
    }

    public Headers headers() {
        return response.headers();
    }

    /** The page's source, as it was sent. */
    public String text() {
        return response.text();
    }

    public Document document() {
        return Jsoup.parse(response.text(), address);
    }

    /** By what Keycloak's templates say of themselves; empty when it is no such page. */
    public String id() {
        return document().body().attr("data-page-id");
    }

    /** The page's headline. */
    public String title() {
        return document().select("#kc-page-title").text();
    }

    /** The redirect to the application, if the browser was sent away. */
    public Optional<Callback> left() {
        return response.redirects() ? Optional.of(new Callback(address)) : Optional.empty();
    }

    /** The redirect to the application. */
    public Callback callback() {
        return left().orElseThrow(() -> new UnexpectedPage("a redirect to the application", this));
    }

    /** This page, if it is the one that was expected. */
    Page expect(String id) {
        if (response.redirects() || !id().equals(id)) {
            throw new UnexpectedPage(id, this);
        }
        return this;
    }

    Page press(String button, Map<String, String> values) {
        return browser.send(pressing(button, values));
    }

    /** What the browser sends when this button is pressed, to be sent once or more often. */
    public Request pressing(String button, Map<String, String> values) {
        Form form = Form.withButton(document(), button);
        for (Map.Entry<String, String> value : values.entrySet()) {
            form = form.fill(value.getKey(), value.getValue());
        }
        return form.press();
    }

    /** Fills in the page's only form and sends it, whatever its button is called. */
    public Page submit(Map<String, String> values) {
        Form form = Form.only(document());
        for (Map.Entry<String, String> value : values.entrySet()) {
            form = form.fill(value.getKey(), value.getValue());
        }
        return browser.send(form.press());
    }

    /** Follows the first link whose address contains this. */
    public Page follow(String part) {
        return browser.open(link(part));
    }

    /** The address of the first link that contains this. */
    public String link(String part) {
        return document().select("a[href]").stream()
                .map(link -> link.absUrl("href"))
                .filter(address -> address.contains(part))
                .findFirst()
                .orElseThrow(() -> new UnexpectedPage("a page with a link to " + part, this));
    }

    @Override
    public String toString() {
        if (response.redirects()) {
            return status() + " redirect to " + Masked.text(address);
        }
        String said = document()
                .select("#kc-error-message .instruction, .kc-feedback-text, #input-error, .pf-v5-c-alert__title")
                .text();
        return status() + " page " + id() + " “" + title() + "”" + (said.isEmpty() ? "" : ": " + said);
    }
}
