package org.workfrontoauth2.server.browser;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts a browser for each class that asks for one, and makes it forget after each test. */
final class Browsers implements ParameterResolver, AfterEachCallback, AfterAllCallback {

    private static final Namespace NAMESPACE = Namespace.create(Browsers.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return store(context)
                .getOrComputeIfAbsent(context.getRequiredTestClass(), any -> Browser.start(), Browser.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Browser browser = store(context).get(context.getRequiredTestClass(), Browser.class);
        if (browser == null) {
            return;
        }
        if (context.getExecutionException().isPresent()) {
            String test = context.getRequiredTestClass().getSimpleName() + "-" + context.getDisplayName();
            System.err.println("--- " + test + " ended at " + browser.address() + ", see "
                    + browser.screenshot("failed-" + test.replaceAll("[^A-Za-z0-9]+", "-")));
        }
        if (context.getRequiredTestClass().getAnnotation(InABrowser.class).keepsLogin()) {
            browser.leave();
        } else {
            browser.forget();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Browser browser = store(context).remove(context.getRequiredTestClass(), Browser.class);
        if (browser != null) {
            browser.close();
        }
    }

    private static Store store(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE);
    }
}
