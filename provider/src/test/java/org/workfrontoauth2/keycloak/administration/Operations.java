package org.workfrontoauth2.keycloak.administration;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** The operations of a JAX-RS resource and of those below it, such as {@code GET /oauth2-applications/{clientId}}. */
final class Operations {

    private Operations() {}

    static Stream<String> of(String path, Class<?> resource) {
        return Stream.of(resource.getDeclaredMethods(), resource.getMethods())
                .flatMap(Arrays::stream)
                .distinct()
                .filter(method -> !method.isSynthetic())
                .flatMap(method -> of(path + below(method), method));
    }

    private static Stream<String> of(String path, Method method) {
        Optional<String> verb = Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .flatMap(type -> Arrays.stream(type.getAnnotationsByType(HttpMethod.class)))
                .map(HttpMethod::value)
                .findFirst();
        if (verb.isPresent()) {
            return Stream.of(verb.get() + " " + path);
        }
        return method.isAnnotationPresent(Path.class) ? of(path, method.getReturnType()) : Stream.empty();
    }

    private static String below(Method method) {
        Path path = method.getAnnotation(Path.class);
        return path == null ? "" : "/" + path.value().replaceFirst("^/", "");
    }
}
