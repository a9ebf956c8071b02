package org.workfrontoauth2.walkthrough;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A form of a page, with the values a browser would send when one of its buttons is pressed. */
final class Form {

    private static final Set<String> NEVER_SENT_UNPRESSED = Set.of("submit", "button", "image", "reset", "file");

    private final Element form;
    private final Element button;
    private final List<Map.Entry<String, String>> fields;

    private Form(Element form, Element button, List<Map.Entry<String, String>> fields) {
        this.form = form;
        this.button = button;
        this.fields = fields;
    }

    /** The form that holds the button of this name. */
    static Form withButton(Document document, String name) {
        for (Element candidate : document.select("form button, form input[type=submit]")) {
            Element form = candidate.closest("form");
            if (candidate.attr("name").equals(name) && form != null) {
                return new Form(form, candidate, fieldsOf(form));
            }
        }
        throw new IllegalStateException("The page has no form with a button " + name + ".");
    }

    /** The first form with a button. */
    static Form only(Document document) {
        for (Element candidate : document.select("form button, form input[type=submit]")) {
            Element form = candidate.closest("form");
            if (form != null && form.attr("method").equalsIgnoreCase("post")) {
                return new Form(form, candidate, fieldsOf(form));
            }
        }
        throw new IllegalStateException("The page has no form with a button.");
    }

    /** Fills in a field that the form has. */
    Form fill(String name, String value) {
        List<Map.Entry<String, String>> filled = new ArrayList<>();
        boolean found = false;
        for (Map.Entry<String, String> field : fields) {
            boolean meant = field.getKey().equals(name);
            filled.add(meant ? Map.entry(name, value) : field);
            found |= meant;
        }
        if (!found) {
            throw new IllegalStateException("The form has no field " + name + ".");
        }
        return new Form(form, button, filled);
    }

    /** What the browser sends when the button is pressed. */
    Request press() {
        List<Map.Entry<String, String>> sent = new ArrayList<>(fields);
        sent.add(Map.entry(button.attr("name"), button.attr("value")));
        String action = form.absUrl("action").isEmpty() ? form.baseUri() : form.absUrl("action");
        if (form.attr("method").equalsIgnoreCase("post")) {
            return Request.form(action, sent);
        }
        return Request.get(action.replaceFirst("\\?.*$", "") + "?" + UrlEncoded.write(sent));
    }

    private static List<Map.Entry<String, String>> fieldsOf(Element form) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        for (Element field : form.select("input[name], select[name], textarea[name]")) {
            if (field.hasAttr("disabled")) {
                continue;
            }
            String name = field.attr("name");
            switch (field.normalName()) {
                case "textarea" -> fields.add(Map.entry(name, field.wholeText()));
                case "select" ->
                    field.select("option[selected]").stream()
                            .findFirst()
                            .or(() -> field.select("option").stream().findFirst())
                            .ifPresent(option -> fields.add(Map.entry(name, option.val())));
                default -> {
                    if (isSent(field)) {
                        fields.add(Map.entry(name, value(field)));
                    }
                }
            }
        }
        return fields;
    }

    private static boolean isSent(Element input) {
        String type = input.attr("type").toLowerCase(Locale.ROOT);
        if (isBox(type)) {
            return input.hasAttr("checked");
        }
        return !NEVER_SENT_UNPRESSED.contains(type);
    }

    private static String value(Element input) {
        boolean silentBox = isBox(input.attr("type")) && !input.hasAttr("value");
        return silentBox ? "on" : input.val();
    }

    private static boolean isBox(String type) {
        return type.equalsIgnoreCase("checkbox") || type.equalsIgnoreCase("radio");
    }
}
