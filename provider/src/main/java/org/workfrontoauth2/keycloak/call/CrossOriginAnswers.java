package org.workfrontoauth2.keycloak.call;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.workfrontoauth2.contract.ApplicationType;
import org.workfrontoauth2.contract.CrossOrigin;
import org.workfrontoauth2.keycloak.application.Application;
import org.workfrontoauth2.keycloak.application.Applications;
import org.workfrontoauth2.keycloak.realm.ServedRealms;

/** Lets only pages of single page applications read responses (contract, section 7). */
public final class CrossOriginAnswers {

    private static final String ORIGIN = "Origin";
    private static final String REQUESTED_HEADERS = "Access-Control-Request-Headers";

    private final KeycloakSession session;

    public CrossOriginAnswers(KeycloakSession session) {
        this.session = session;
    }

    /** The answer to this application, readable by its own pages. */
    public Response readable(Response.ResponseBuilder answer, Optional<Application> application) {
        String origin = origin();
        answer.header(HttpHeaders.VARY, ORIGIN);
        if (origin != null
                && application
                        .filter(CrossOriginAnswers::isSinglePage)
                        .filter(app -> app.redirectUrls().haveOrigin(origin))
                        .isPresent()) {
            CrossOrigin.answer(origin).forEach(answer::header);
        }
        return answer.build();
    }

    /** The answer to a preflight request, which names no application: any of the realm's may be meant. */
    public Response preflight() {
        String origin = origin();
        Response.ResponseBuilder answer = Response.ok().header(HttpHeaders.VARY, CrossOrigin.PREFLIGHT_VARIES);
        if (origin != null && isOfSomeApplication(origin)) {
            CrossOrigin.preflight(origin, requestedHeaders()).forEach(answer::header);
        }
        return answer.build();
    }

    /**
     * Whether a preflight request to one of Keycloak's own endpoints may be an application's: it comes from a page of the
     * origin of an enabled single page application. A page that an ordinary client has there too is not allowed
     * credentials either: a preflight request does not say which of the two it is about.
     */
    public boolean mayBeApplications() {
        RealmModel realm = session.getContext().getRealm();
        String origin = origin();
        return origin != null && ServedRealms.include(realm) && isOfSomeApplication(origin);
    }

    private List<String> requestedHeaders() {
        List<String> sent =
                session.getContext().getHttpRequest().getHttpHeaders().getRequestHeader(REQUESTED_HEADERS);
        return sent == null ? List.of() : sent;
    }

    private boolean isOfSomeApplication(String origin) {
        return new Applications(session, session.getContext().getRealm())
                .enabled().stream()
                        .filter(CrossOriginAnswers::isSinglePage)
                        .anyMatch(application -> application.redirectUrls().haveOrigin(origin));
    }

    private static boolean isSinglePage(Application application) {
        return application.type() == ApplicationType.SINGLE_PAGE;
    }

    private @Nullable String origin() {
        return session.getContext().getHttpRequest().getHttpHeaders().getHeaderString(ORIGIN);
    }
}
