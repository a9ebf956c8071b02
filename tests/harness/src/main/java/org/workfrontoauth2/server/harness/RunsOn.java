package org.workfrontoauth2.server.harness;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Which server the test class's {@link KeycloakServer} parameters are; on a parameter, which that one is. A parameter of
 * type {@link TwoNodes} is the same for every test class, whatever stands here.
 *
 * <p>A parameter of type {@link OwnRealm} is a new realm on that server. It is deleted after the test, or after the class
 * if one instance runs all its tests.
 *
 * <p>A server starts when the first test needs it and runs until the last test has ended.
 */
@Documented
@Target({ElementType.TYPE, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Servers.class)
public @interface RunsOn {
    Setup value() default Setup.DEFAULT;
}
