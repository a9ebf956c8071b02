package org.workfrontoauth2.contract.registration;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.workfrontoauth2.contract.JsonBody;
import org.workfrontoauth2.contract.Parameters;
import org.workfrontoauth2.contract.Refused;

/**
 * What a client says about the device it runs on (registration, section 1, header {@code X-Device-Info}).
 *
 * @param fields the members that are kept, in a fixed order; without control characters, at most {@value
 *     #LONGEST_FIELD} characters each
 */
public record DeviceInfo(Map<String, String> fields) {

    /** Longest header that is read, in characters. */
    public static final int LONGEST = 4096;

    private static final int LONGEST_FIELD = 100;

    private static final String MODEL = "model";
    private static final String SYSTEM = "osName";
    private static final String HARDWARE = "primaryHardwareType";

    /** What is kept; other members are ignored. */
    private static final List<String> KEPT = List.of(
            HARDWARE,
            MODEL,
            "version",
            "manufacturer",
            "vendor",
            SYSTEM,
            "osFamily",
            "osVendor",
            "osVersion",
            "browserName",
            "browserVendor",
            "browserVersion");

    private static final Set<String> SYSTEMS = Set.of(
            "Android", "Chrome OS", "Linux", "Mac OS", "OS X", "OpenBSD", "Roku OS", "Windows", "iOS", "tvOS", "webOS");

    private static final Set<String> HARDWARES = Set.of(
            "Camera",
            "DataCollectionTerminal",
            "Desktop",
            "EmbeddedNetworkModule",
            "eReader",
            "GamesConsole",
            "GeolocationTracker",
            "Glasses",
            "MediaPlayer",
            "MobilePhone",
            "PaymentTerminal",
            "PluginModem",
            "SetTopBox",
            "TV",
            "Tablet",
            "WirelessHotspot",
            "Wristwatch",
            "Unknown");

    /** The published sample lacks this comma, and clients copied it. */
    private static final Pattern LOST_COMMA = Pattern.compile("(\"osName\"\\s*:\\s*\"[^\"\\\\]*\")(\\s*\")");

    /** Line breaks, invisible characters and marks of direction, which names of devices do not have. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029]");

    private static final JsonFactory JSON = new JsonFactory();

    /**
     * Reads the header; without one, guesses from the {@code User-Agent}. A header that is there must be right: with the
     * required members, and with names from the lists where there are lists.
     */
    public static DeviceInfo read(@Nullable String header, @Nullable String userAgent) throws Refused {
        if (header == null || header.isBlank()) {
            return new DeviceInfo(UserAgent.guess(userAgent));
        }
        if (header.length() > LONGEST) {
            throw new Refused(RegistrationRefusal.DEVICE_TOO_LARGE);
        }
        Parameters members = text(header.strip())
                .flatMap(DeviceInfo::object)
                .filter(read -> !read.repeats(Set.copyOf(KEPT)))
                .orElseThrow(() -> new Refused(RegistrationRefusal.MALFORMED_DEVICE));
        return checked(members);
    }

    private static Optional<String> text(String base64) {
        try {
            return Parameters.utf8(ByteBuffer.wrap(Base64.getDecoder().decode(base64)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Parameters> object(String json) {
        Set<String> known = Set.copyOf(KEPT);
        return JsonBody.read(json, known)
                .or(() -> JsonBody.read(LOST_COMMA.matcher(json).replaceFirst("$1,$2"), known));
    }

    private static DeviceInfo checked(Parameters members) throws Refused {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String name : KEPT) {
            Optional<String> value = members.get(name);
            if (value.isPresent()) {
                fields.put(name, plain(value.get()));
            }
        }
        if (!fields.containsKey(MODEL)) {
            throw new Refused(RegistrationRefusal.DEVICE_WITHOUT_MODEL);
        }
        if (!SYSTEMS.contains(fields.getOrDefault(SYSTEM, ""))) {
            throw new Refused(RegistrationRefusal.DEVICE_SYSTEM);
        }
        if (!HARDWARES.contains(fields.getOrDefault(HARDWARE, UserAgent.UNKNOWN))) {
            throw new Refused(RegistrationRefusal.DEVICE_HARDWARE);
        }
        return new DeviceInfo(fields);
    }

    private static String plain(String value) throws Refused {
        if (value.length() > LONGEST_FIELD || UNSEEN.matcher(value).find()) {
            throw new Refused(RegistrationRefusal.DEVICE_TEXT);
        }
        return value;
    }

    /** As it is stored: a JSON object. */
    public String text() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            for (Map.Entry<String, String> field : fields.entrySet()) {
                json.writeStringField(field.getKey(), field.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** What was stored. */
    public static DeviceInfo stored(String text) {
        return new DeviceInfo(
                JsonBody.read(text, Set.copyOf(KEPT)).map(Parameters::values).orElse(Map.of()));
    }
}
