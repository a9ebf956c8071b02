package org.workfrontoauth2.examples.client;

import static org.springframework.security.config.Customizer.withDefaults;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.annotation.RegisteredOAuth2AuthorizedClient;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

/**
 * A web application with Spring Security's OAuth2 client, which calls the example spring-resource-server. Beside ./demo.sh
 * and that example, from the repository's root:
 *
 * <pre>
 * eval "$(examples/standard-application.sh)"      an application with standard OAuth2 responses
 * mvn -f examples/spring-client spring-boot:run
 * open http://localhost:9999 in a browser, log in as alice / alice, and press Allow
 * </pre>
 */
@SpringBootApplication
@RestController
public class ClientApplication {

    private final RestClient api;

    public ClientApplication(@Value("${api.url}") String apiUrl) {
        this.api = RestClient.create(apiUrl);
    }

    public static void main(String[] arguments) {
        if (System.getenv("WORKFRONT_CLIENT_ID") == null || System.getenv("WORKFRONT_CLIENT_SECRET") == null) {
            System.err.println("WORKFRONT_CLIENT_ID or WORKFRONT_CLIENT_SECRET is not set:"
                    + " eval \"$(examples/standard-application.sh)\"");
            System.exit(1);
        }
        SpringApplication.run(ClientApplication.class, arguments);
    }

    /** Pages are open to everyone: who needs a session ID is sent to the login when it is asked for. */
    @Bean
    SecurityFilterChain security(HttpSecurity http) {
        return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .oauth2Client(withDefaults())
                .build();
    }

    /** Spring Security gets the session ID, keeps it in the HTTP session, and refreshes it a minute before it expires. */
    @GetMapping(path = "/", produces = "application/json")
    String whoAmI(@RegisteredOAuth2AuthorizedClient("workfront") OAuth2AuthorizedClient client) {
        return api.get()
                .uri("/me")
                .header("sessionID", client.getAccessToken().getTokenValue())
                .retrieve()
                .body(String.class);
    }
}
