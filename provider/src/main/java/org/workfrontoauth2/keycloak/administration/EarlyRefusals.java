package org.workfrontoauth2.keycloak.administration;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.utils.KeycloakSessionUtil;
import org.workfrontoauth2.contract.AdministrationRefusal;
import org.workfrontoauth2.contract.AdministrationRefused;
import org.workfrontoauth2.contract.Sentence;
import org.workfrontoauth2.keycloak.language.Language;

/**
 * Refusals before a resource of the administration API is reached, in the API's own form: no valid token, an unknown
 * path, or a method that the path does not have. For paths with a placeholder the server returns 404 although it should
 * be 405.
 */
@Provider
public final class EarlyRefusals implements ContainerResponseFilter {

    private static final Pattern OURS =
            Pattern.compile("/admin/realms/[^/]+(/(?:oauth2|registered)-applications(?:-settings)?(?:/.*)?)$");

    private static final Set<Integer> REFUSED = Set.of(401, 403, 404, 405);

    private static final DescribedPaths PATHS = new DescribedPaths();

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!REFUSED.contains(response.getStatus())) {
            return; // Almost every answer of the server.
        }
        if (response.getEntity() instanceof String
                && MediaType.APPLICATION_JSON_TYPE.isCompatible(response.getMediaType())) {
            return; // An answer of ours. Pages of Keycloak's are strings too.
        }
        Matcher path = OURS.matcher(request.getUriInfo().getPath());
        if (path.find()) {
            Set<String> allowed = PATHS.allowed(path.group(1));
            refusal(response.getStatus(), request.getMethod(), allowed)
                    .ifPresent(refusal -> answer(request, response, refusal, allowed));
        }
    }

    private static Optional<AdministrationRefused> refusal(int status, String method, Set<String> allowed) {
        return switch (status) {
            case 401 -> Optional.of(AdministrationRefusal.UNAUTHORIZED.because(Sentence.LOG_IN));
            case 403 -> Optional.of(AdministrationRefusal.FORBIDDEN.because(Sentence.FORBIDDEN));
            case 404, 405 ->
                Optional.of(
                        allowed.isEmpty() || allowed.contains(method)
                                ? AdministrationRefusal.NOT_FOUND.because(Sentence.NO_PATH)
                                : AdministrationRefusal.METHOD_NOT_ALLOWED.because(
                                        Sentence.METHODS, String.join(", ", allowed)));
            default -> Optional.empty();
        };
    }

    private static void answer(
            ContainerRequestContext request,
            ContainerResponseContext response,
            AdministrationRefused refused,
            Set<String> allowed) {
        Language language = Language.accepted(
                KeycloakSessionUtil.getKeycloakSession(), request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        Map<String, Object> members = refused.members(language.say(refused.said()));
        response.setStatus(refused.status());
        response.setEntity(Administration.text(members), null, MediaType.APPLICATION_JSON_TYPE);
        response.getHeaders().putSingle(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        if (refused.status() == AdministrationRefusal.METHOD_NOT_ALLOWED.status()) {
            response.getHeaders().putSingle(HttpHeaders.ALLOW, String.join(", ", allowed));
        }
    }
}
