package org.workfrontoauth2.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An IP address as the host of a URL, in any spelling, read without a name lookup (RFC 3986, 3.2.2; RFC 4291, 2.2).
 *
 * @param groups eight of 16 bits; an IPv4 address is mapped into IPv6 (RFC 4291, 2.5.5.2)
 * @param bracketed whether it is written as IPv6
 */
public record IpAddress(List<Integer> groups, boolean bracketed) {

    private static final int GROUPS = 8;
    private static final int GROUP_BITS = 16;
    private static final int MAPPED = 0xffff;
    private static final int LAST_BYTE = 0xff;
    private static final Pattern DIGITS_AND_DOTS = Pattern.compile("[0-9.]+");
    private static final Pattern BYTE = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");

    public IpAddress {
        groups = List.copyOf(groups);
    }

    /** Whether this host can be nothing but an address, readable or not. */
    static boolean isMeant(String host) {
        return host.startsWith("[") || DIGITS_AND_DOTS.matcher(host).matches();
    }

    /** The address that stands by itself, in no URL: IPv6 without brackets, and perhaps with a zone (RFC 4007, 11). */
    public static Optional<IpAddress> bare(String text) {
        int zone = text.indexOf('%');
        String address = zone < 0 ? text : text.substring(0, zone);
        return address.startsWith("[") ? Optional.empty() : read(address.contains(":") ? "[" + address + "]" : address);
    }

    /** Whether the first of its 128 bits are the same; those of an IPv4 address are the last 32. */
    public boolean shares(int bits, IpAddress other) {
        for (int i = 0; i < GROUPS; i++) {
            int counted = Math.max(0, Math.min(GROUP_BITS, bits - GROUP_BITS * i));
            int difference = groups.get(i) ^ other.groups.get(i);
            if (difference >> GROUP_BITS - counted != 0) {
                return false;
            }
        }
        return true;
    }

    /** The address; empty when it cannot be read. */
    static Optional<IpAddress> read(String host) {
        if (!host.startsWith("[")) {
            return ofFour(host)
                    .map(last -> new IpAddress(List.of(0, 0, 0, 0, 0, MAPPED, last.get(0), last.get(1)), false));
        }
        return host.endsWith("]")
                ? ofSix(host.substring(1, host.length() - 1)).map(groups -> new IpAddress(groups, true))
                : Optional.empty();
    }

    /** Four decimal bytes as two groups. Browsers read a byte with a leading zero as octal, so it is refused here. */
    private static Optional<List<Integer>> ofFour(String text) {
        String[] bytes = text.split("\\.", -1);
        List<Integer> values = new ArrayList<>();
        for (String one : bytes) {
            if (!BYTE.matcher(one).matches() || Integer.parseInt(one) > LAST_BYTE) {
                return Optional.empty();
            }
            values.add(Integer.parseInt(one));
        }
        return values.size() == 4
                ? Optional.of(List.of(values.get(0) << 8 | values.get(1), values.get(2) << 8 | values.get(3)))
                : Optional.empty();
    }

    private static Optional<List<Integer>> ofSix(String text) {
        int last = text.lastIndexOf(':') + 1;
        if (text.indexOf('.') >= 0) {
            return ofFour(text.substring(last))
                    .map(four -> text.substring(0, last) + hexadecimal(four.get(0)) + ':' + hexadecimal(four.get(1)))
                    .flatMap(IpAddress::ofSix);
        }
        String[] halves = text.split("::", -1);
        List<Integer> groups = new ArrayList<>();
        if (halves.length > 2 || !addGroups(groups, halves[0])) {
            return Optional.empty();
        }
        List<Integer> behind = new ArrayList<>();
        if (halves.length == 2) {
            if (!addGroups(behind, halves[1]) || groups.size() + behind.size() >= GROUPS) {
                return Optional.empty();
            }
            while (groups.size() + behind.size() < GROUPS) {
                groups.add(0);
            }
        }
        groups.addAll(behind);
        return groups.size() == GROUPS ? Optional.of(groups) : Optional.empty();
    }

    private static boolean addGroups(List<Integer> groups, String text) {
        if (text.isEmpty()) {
            return true;
        }
        for (String group : text.split(":", -1)) {
            if (!GROUP.matcher(group).matches()) {
                return false;
            }
            groups.add(Integer.parseInt(group, 16));
        }
        return true;
    }

    /**
     * Whether it leads to the device itself: a loopback address or the unspecified one, which systems take for it, of either
     * kind or of IPv4 within IPv6.
     */
    boolean isOnDevice() {
        int sixth = groups.get(5);
        int firstByte = groups.get(6) >> 8;
        return groups.subList(0, 5).stream().allMatch(group -> group == 0)
                && (sixth == 0 || sixth == MAPPED)
                && (firstByte == 0 || firstByte == 127);
    }

    /** As browsers write it (RFC 5952, 4; the URL Standard's serializers, which write no dots within IPv6). */
    String asBrowsersWriteIt() {
        if (!bracketed) {
            int high = groups.get(6);
            int low = groups.get(7);
            return (high >> 8) + "." + (high & LAST_BYTE) + "." + (low >> 8) + "." + (low & LAST_BYTE);
        }
        int longest = 1;
        int start = -1;
        for (int from = 0; from < GROUPS; from++) {
            int to = from;
            while (to < GROUPS && groups.get(to) == 0) {
                to++;
            }
            if (to - from > longest) {
                longest = to - from;
                start = from;
            }
        }
        return start < 0
                ? "[" + joined(groups) + "]"
                : "[" + joined(groups.subList(0, start)) + "::" + joined(groups.subList(start + longest, GROUPS)) + "]";
    }

    private static String joined(List<Integer> some) {
        return String.join(":", some.stream().map(IpAddress::hexadecimal).toList());
    }

    private static String hexadecimal(int group) {
        return Integer.toHexString(group);
    }
}
