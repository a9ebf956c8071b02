package org.workfrontoauth2.contract.registration;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What counts as one sender of requests (registration, section 4): an IPv4 address, or the first 64 bits of an IPv6
 * address, because one household has all addresses that begin with them (RFC 6177).
 *
 * @param key the same text for the same sender
 */
public record ClientAddress(String key) {

    /** Of these characters alone, nothing is a name: Java looks up none. */
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*");

    private static final int LONGEST = 64;
    private static final int PREFIX_BYTES = 8;

    /** The sender behind this address, however it is spelled; all that say nothing are one. */
    public static ClientAddress of(@Nullable String address) {
        String text = address == null ? "" : withoutZone(address.strip());
        if (IPV6.matcher(text).matches() && text.length() <= LONGEST) {
            return new ClientAddress(prefix(text));
        }
        return new ClientAddress(text.substring(0, Math.min(text.length(), LONGEST)));
    }

    private static String withoutZone(String text) {
        String bare = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        int zone = bare.indexOf('%');
        return zone < 0 ? bare : bare.substring(0, zone);
    }

    private static String prefix(String text) {
        try {
            InetAddress address = InetAddress.getByName(text);
            // An IPv4 address in IPv6 clothes comes out as what it is.
            return address instanceof Inet4Address
                    ? address.getHostAddress()
                    : HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), PREFIX_BYTES));
        } catch (UnknownHostException malformed) {
            return text;
        }
    }
}
