package org.workfrontoauth2.keycloak.administration;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.ClientModel;
import org.workfrontoauth2.contract.LogoImage;
import org.workfrontoauth2.keycloak.application.Places;
import org.workfrontoauth2.keycloak.logo.Logos;

/** {@code …/logo} of an application (contract, section 2), as an administrator uploads it. */
public final class UploadedLogoResource {

    private final Administration administration;
    private final ApplicationResource application;

    UploadedLogoResource(Administration administration, ApplicationResource application) {
        this.administration = administration;
        this.application = application;
    }

    /** Stores the logo: PNG, JPEG or WebP, at most 256 KiB and 1024 by 1024 pixels, checked by content. */
    @PUT
    public Response put(InputStream body) {
        return administration.answer(() -> {
            ClientModel client = application.manageable();
            byte[] bytes = body.readNBytes(LogoImage.MAX_BYTES + 1);
            application.change(client);
            LogoImage image = LogoImage.read(
                    administration
                            .session()
                            .getContext()
                            .getHttpRequest()
                            .getHttpHeaders()
                            .getHeaderString(HttpHeaders.CONTENT_TYPE),
                    bytes);
            new Logos(administration.session()).put(client, image, bytes);
            application.record(OperationType.UPDATE, Map.of("sha256", image.sha256()), "logo");
            return Response.noContent().build();
        });
    }

    /** Deletes the logo, if there is one. */
    @DELETE
    public Response delete() {
        return administration.answer(() -> {
            ClientModel client = application.locked();
            if (new Logos(administration.session()).remove(client)) {
                new Places(administration.session()).changed(client);
                application.record(OperationType.DELETE, null, "logo");
            }
            return Response.noContent().build();
        });
    }
}
