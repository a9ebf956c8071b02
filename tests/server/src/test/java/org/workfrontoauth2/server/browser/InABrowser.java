package org.workfrontoauth2.server.browser;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Hands a {@link Browser} to the test class: one for the class, without a memory of the test before
 * unless it keeps the login. What it shows when a
 * test fails is kept as a picture in {@code target/screenshots}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Browsers.class)
public @interface InABrowser {

    /** Whether who is logged in stays so for the next test: for classes whose tests are not about logging in. */
    boolean keepsLogin() default false;
}
