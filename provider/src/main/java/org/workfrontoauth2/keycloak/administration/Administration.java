package org.workfrontoauth2.keycloak.administration;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.cors.Cors;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.workfrontoauth2.contract.AdministrationRefusal;
import org.workfrontoauth2.contract.AdministrationRefused;
import org.workfrontoauth2.contract.Sentence;
import org.workfrontoauth2.keycloak.language.BrokenRule;
import org.workfrontoauth2.keycloak.language.Language;

/**
 * What every resource of the administration API has: the caller's permissions, the event of the change, and one place
 * where refusals become answers.
 */
record Administration(
        KeycloakSession session, RealmModel realm, AdminPermissionEvaluator permissions, AdminEventBuilder event) {

    /** How long a list is of which this answer is a part. */
    static final String TOTAL = "X-Total-Count";

    /** Unlike Keycloak's own mapper, this one writes members that are null. */
    private static final ObjectMapper DOCUMENTS = new ObjectMapper();

    /** The work of one request. */
    interface Work {
        Response answer() throws AdministrationRefused, IOException;
    }

    /** Does the work; whatever is refused leaves nothing behind. */
    Response answer(Work work) {
        showHeaders();
        try {
            return work.answer();
        } catch (AdministrationRefused refused) {
            return refuse(refused);
        } catch (ForbiddenException forbidden) {
            return refuse(AdministrationRefusal.FORBIDDEN.because(Sentence.FORBIDDEN));
        } catch (BrokenRule broken) {
            AdministrationRefusal code =
                    broken.isLimit() ? AdministrationRefusal.LIMIT_REACHED : AdministrationRefusal.INVALID_REQUEST;
            return refuse(code.because(broken.said()));
        } catch (IOException e) {
            return refuse(AdministrationRefusal.INVALID_REQUEST.because(Sentence.BODY_UNREADABLE));
        }
    }

    /** Keycloak lets pages of other origins, such as a console on a host of its own, read {@code Location} only. */
    private void showHeaders() {
        Cors.builder()
                .checkAllowedOrigins(permissions.adminAuth().getToken())
                .exposedHeaders(HttpHeaders.LOCATION, HttpHeaders.ETAG, TOTAL)
                .auth()
                .add();
    }

    /** Whether the path has no zero byte: some databases take none, and nothing they keep has one. */
    boolean isStorable() {
        return session.getContext().getUri().getPath().indexOf('\0') < 0;
    }

    /** Writes the event of a change of a client, or of what is below it; {@code path} begins with the kind of client. */
    void record(OperationType operation, @Nullable Object representation, String... path) {
        event.operation(operation).resource(ResourceType.CLIENT).resourcePath(path);
        if (representation != null) {
            event.representation(representation);
        }
        event.success();
    }

    private Response refuse(AdministrationRefused refused) {
        session.getTransactionManager().setRollbackOnly();
        return answer(session, refused).build();
    }

    /** The refusal, in the language that the caller accepts. */
    static Response.ResponseBuilder answer(KeycloakSession session, AdministrationRefused refused) {
        Language language = Language.accepted(
                session, session.getContext().getRequestHeaders().getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return json(refused.status(), refused.members(language.say(refused.said())))
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag());
    }

    /** An answer that no cache keeps. */
    static Response.ResponseBuilder json(int status, Object document) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(text(document))
                .header("Cache-Control", "no-store");
    }

    /** The document as JSON. */
    static String text(Object document) {
        try {
            return DOCUMENTS.writeValueAsString(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document with its tag. */
    static Response document(int status, Map<String, Object> document) throws IOException {
        return document(status, document, AdministrationRequest.tag(document));
    }

    /** The document with this tag. */
    static Response document(int status, Map<String, Object> document, EntityTag tag) {
        return json(status, document).tag(tag).build();
    }
}
