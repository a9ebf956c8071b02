package org.workfrontoauth2.examples.api;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * An API with Spring Security that asks Keycloak about each session ID (introspection). Beside ./demo.sh, from the
 * repository's root:
 *
 * <pre>
 * mvn -f examples/spring-resource-server spring-boot:run
 * curl http://localhost:8081/me -H "sessionID: SESSION-ID"     or Authorization: Bearer SESSION-ID
 * </pre>
 */
@SpringBootApplication
@RestController
public class ApiApplication {

    private static final BearerTokenResolver BEARER = new DefaultBearerTokenResolver();

    public static void main(String[] arguments) {
        SpringApplication.run(ApiApplication.class, arguments);
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http) {
        return http.authorizeHttpRequests(all -> all.anyRequest().authenticated())
                .oauth2ResourceServer(api -> api.bearerTokenResolver(ApiApplication::sessionId)
                        .authenticationEntryPoint((request, response, refusal) -> refuse(response))
                        .opaqueToken(withDefaults()))
                .build();
    }

    /** Some of Workfront's clients refresh only when they read this very sentence. */
    private static void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("WWW-Authenticate", "Bearer");
        response.setContentType("application/json");
        response.getWriter()
                .write("{\"error\":{\"class\":\"com.attask.common.AuthenticationException\","
                        + "\"message\":\"You are not currently logged in.\"}}");
    }

    /** Workfront's clients send the header {@code sessionID}, others {@code Authorization: Bearer}. */
    private static String sessionId(HttpServletRequest request) {
        String header = request.getHeader("sessionID");
        return header != null ? header : BEARER.resolve(request);
    }

    /** What introspection has said about the session ID. */
    @GetMapping("/me")
    Map<String, Map<String, Object>> me(@AuthenticationPrincipal OAuth2AuthenticatedPrincipal user) {
        return Map.of(
                "data",
                Map.of(
                        "ID", user.getAttribute("wid"),
                        "username", user.getAttribute("username"),
                        "application", user.getAttribute("client_id"),
                        "domain", user.getAttribute("domain"),
                        "lane", user.getAttribute("lane")));
    }
}
