package org.workfrontoauth2.examples;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of the jar that a class comes from, by the name of the file. */
final class JarVersion {

    private static final Pattern NAME = Pattern.compile(".*?-(\\d[\\w.]*)\\.jar");

    private JarVersion() {}

    static String of(Class<?> type) {
        String jar = type.getProtectionDomain().getCodeSource().getLocation().getPath();
        Matcher name = NAME.matcher(jar.substring(jar.lastIndexOf('/') + 1));
        if (!name.matches()) {
            throw new IllegalStateException("no version in " + jar);
        }
        return name.group(1);
    }
}
