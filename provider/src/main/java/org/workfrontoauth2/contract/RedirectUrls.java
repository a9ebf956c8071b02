package org.workfrontoauth2.contract;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The redirect URLs of an application: where its answers may go, and whose pages may read answers (contract, sections 2
 * and 7).
 *
 * @param type a single page application's program on the user's device listens on whatever port is free
 * @param registered as an administrator wrote them
 */
public record RedirectUrls(ApplicationType type, Set<String> registered) {

    /**
     * RFC 8252, 7.3: the literal addresses only, because a name can be made to lead elsewhere. That it is http says that
     * nothing vouches for a port anyway.
     */
    private static final Pattern ON_SOME_PORT =
            Pattern.compile("(http://(?:127\\.0\\.0\\.1|\\[::1])):([1-9][0-9]{0,4})((?:/.*)?)");

    /**
     * Whether an answer may go to this URL: it is registered, character by character, and comes back as it is. A single
     * page application's loopback address that is registered without a port stands for all of its ports.
     */
    public boolean include(String asked) {
        return isRegistered(asked) && problem(asked).isEmpty();
    }

    /** Why an answer cannot go to a URL though it is registered: it was, before the contract knew better. */
    public Optional<Said> problem(String asked) {
        return isRegistered(asked)
                ? RedirectSpelling.problem(asked).map(sentence -> sentence.with(Sentence.URLS_OF_APPLICATION.with()))
                : Optional.empty();
    }

    private boolean isRegistered(String asked) {
        return registered.contains(asked)
                || onSomePort(asked)
                        .filter(parts -> !parts.group(3).isEmpty())
                        .map(parts -> parts.group(1) + parts.group(3))
                        .filter(registered::contains)
                        .isPresent();
    }

    /** Whether a page of this origin is one of the application's. */
    public boolean haveOrigin(@Nullable String origin) {
        return origin != null
                && registered.stream().anyMatch(url -> RedirectUrl.origin(url)
                        .filter(own -> own.equals(origin) || isSomePort(origin, own, url))
                        .isPresent());
    }

    private boolean isSomePort(String origin, String own, String url) {
        return onSomePort(origin)
                .filter(parts -> parts.group(3).isEmpty())
                .filter(parts -> parts.group(1).equals(own) && url.startsWith(own + "/"))
                .isPresent();
    }

    private Optional<Matcher> onSomePort(String url) {
        return Optional.of(ON_SOME_PORT.matcher(url))
                .filter(parts -> type == ApplicationType.SINGLE_PAGE && parts.matches());
    }
}
