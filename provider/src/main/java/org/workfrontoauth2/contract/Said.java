package org.workfrontoauth2.contract;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A sentence with the values in its places {@code {0}}, {@code {1}} and so on. */
public record Said(Sentence sentence, List<Object> values) {

    private static final Pattern PLACE = Pattern.compile("\\{([0-9])}");

    /** In English. */
    public String english() {
        return in(any -> null);
    }

    /** In the language of these texts; what they do not have is said in English. */
    public String in(Function<Sentence, @Nullable String> texts) {
        String translated = texts.apply(sentence);
        String text = translated == null ? sentence.english() : translated;
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(value(Integer.parseInt(place.group(1)), texts)));
    }

    private String value(int place, Function<Sentence, @Nullable String> texts) {
        Object value = values.get(place);
        return value instanceof Said said ? said.in(texts) : value.toString();
    }
}
