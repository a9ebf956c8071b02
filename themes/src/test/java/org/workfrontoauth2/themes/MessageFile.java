package org.workfrontoauth2.themes;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The texts of one language, such as {@code messages_pt_BR.properties}. */
record MessageFile(Path path) {

    /** Of one name, such as {@code messages}, in one folder: English and its translations. */
    static List<MessageFile> in(Path folder, String name) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(name + "_"))
                    .sorted()
                    .map(MessageFile::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the file's name has it: {@code de}, {@code pt_BR}, {@code zh_Hans}. */
    String locale() {
        String name = path.getFileName().toString();
        return name.substring(name.indexOf('_') + 1, name.lastIndexOf('.'));
    }

    /** Without script and region. */
    String language() {
        return locale().split("_", 2)[0];
    }

    boolean isEnglish() {
        return language().equals("en");
    }

    Map<String, String> texts() {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(path)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, texts::getProperty));
    }

    @Override
    public String toString() {
        return path.getFileName().toString();
    }
}
