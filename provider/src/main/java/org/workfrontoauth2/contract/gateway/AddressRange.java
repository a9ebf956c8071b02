package org.workfrontoauth2.contract.gateway;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.workfrontoauth2.contract.IpAddress;

/**
 * A range of addresses, such as {@code 10.0.0.0/8} (RFC 4632, 3.1; RFC 4291, 2.3), or a single address.
 *
 * @param first one of them
 * @param bits how many of its 128 bits they share; an IPv4 address is mapped into IPv6
 */
record AddressRange(IpAddress first, int bits) {

    private static final int ALL = 128;
    private static final int BEFORE_IPV4 = 96;
    private static final Pattern FORM = Pattern.compile("([0-9a-fA-F.:]+)(?:/([0-9]{1,3}))?");

    static Optional<AddressRange> read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        return IpAddress.bare(form.group(1)).flatMap(first -> {
            int before = first.bracketed() ? 0 : BEFORE_IPV4;
            int bits = form.group(2) == null ? ALL : before + Integer.parseInt(form.group(2));
            return bits <= ALL ? Optional.of(new AddressRange(first, bits)) : Optional.empty();
        });
    }

    boolean contains(IpAddress address) {
        return first.shares(bits, address);
    }
}
