package org.workfrontoauth2.keycloak.administration;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.workfrontoauth2.contract.AdministrationRefusal;
import org.workfrontoauth2.contract.AdministrationRefused;
import org.workfrontoauth2.contract.ContentType;
import org.workfrontoauth2.contract.Digest;
import org.workfrontoauth2.contract.Sentence;

/** Reads bodies and conditions of requests to the administration API. */
final class AdministrationRequest {

    private static final int MAX_BYTES = 64 * 1024;
    private static final Set<String> JSON = Set.of(ContentType.JSON, ContentType.MERGE_PATCH);
    private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {};

    private static final ObjectMapper MAPPER = mapper();

    private final HttpHeaders headers;

    AdministrationRequest(KeycloakSession session) {
        this.headers = session.getContext().getHttpRequest().getHttpHeaders();
    }

    private static ObjectMapper mapper() {
        JsonMapper mapper = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(8).build());
        return mapper;
    }

    /** The members of the JSON object in the body. */
    Map<String, @Nullable Object> object(InputStream body) throws AdministrationRefused {
        return object(body, false);
    }

    /** The members of the JSON object in the body. None if there is no body. */
    Map<String, @Nullable Object> objectIfAny(InputStream body) throws AdministrationRefused {
        return object(body, true);
    }

    private Map<String, @Nullable Object> object(InputStream body, boolean optional) throws AdministrationRefused {
        try {
            byte[] bytes = body.readNBytes(MAX_BYTES + 1);
            if (optional && bytes.length == 0) {
                return Map.of();
            }
            requireJson();
            if (bytes.length > MAX_BYTES) {
                throw AdministrationRefusal.TOO_LARGE.because(Sentence.BODY_LARGE);
            }
            Map<String, @Nullable Object> object = MAPPER.readValue(bytes, OBJECT);
            if (object == null) {
                throw AdministrationRefusal.INVALID_REQUEST.because(Sentence.BODY_OBJECT);
            }
            return object;
        } catch (JsonProcessingException e) {
            throw AdministrationRefusal.INVALID_REQUEST.because(Sentence.BODY_OBJECT);
        } catch (IOException e) {
            throw AdministrationRefusal.INVALID_REQUEST.because(Sentence.BODY_UNREADABLE);
        }
    }

    private void requireJson() throws AdministrationRefused {
        if (!JSON.contains(ContentType.of(headers.getHeaderString(HttpHeaders.CONTENT_TYPE)))) {
            throw AdministrationRefusal.UNSUPPORTED_MEDIA_TYPE.because(Sentence.BODY_TYPE);
        }
    }

    /** The tag of a document: it changes with every change of the document. */
    static EntityTag tag(Map<String, Object> document) {
        byte[] bytes = Administration.text(document).getBytes(StandardCharsets.UTF_8);
        return new EntityTag(java.util.HexFormat.of().formatHex(Digest.sha256(bytes), 0, 16));
    }

    /** Refuses the request when somebody else has changed the state since the caller read it. */
    void requireMatch(Supplier<EntityTag> current) throws AdministrationRefused {
        String condition = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (condition == null || condition.strip().equals("*")) {
            return;
        }
        String tag = "\"" + current.get().getValue() + "\"";
        for (String candidate : condition.split(",")) {
            if (candidate.strip().equals(tag)) {
                return;
            }
        }
        throw AdministrationRefusal.OUTDATED.because(Sentence.OUTDATED);
    }
}
