package org.workfrontoauth2.contract.gateway;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.workfrontoauth2.contract.Digest;
import org.workfrontoauth2.contract.IpAddress;

/**
 * Who may ask whether a session ID is valid (contract, section 6; decision 0034). Not everyone may, because the
 * response says who it belongs to.
 *
 * @param ranges addresses that may
 * @param secretHashes SHA-256 of secrets. Whoever sends one of these secrets may ask, from any address
 */
public record Askers(List<AddressRange> ranges, List<String> secretHashes) {

    /** Loopback addresses, and those of private networks (RFC 1918, 3; RFC 4193, 3.1). */
    public static final List<String> PRIVATE =
            List.of("127.0.0.0/8", "::1", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7");

    /** In the setting: no address may. */
    public static final String NONE = "none";

    /** How many addresses and networks may be in the setting. */
    public static final int MOST_ADDRESSES = 100;

    /** How many secrets count at one time, so that a new one can be handed out before the old one goes. */
    public static final int MOST_SECRETS = 2;

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /**
     * Reads the settings. Where one cannot be read, nobody may ask by it.
     *
     * @param addresses with commas between them; blank: private ones, or none if there is a secret
     * @param hashes with spaces between them; blank: none
     */
    public static Askers read(@Nullable String addresses, @Nullable String hashes) {
        String secrets = hashes == null ? "" : hashes.strip();
        return new Askers(ranges(addresses, !secrets.isEmpty()), secrets(secrets));
    }

    private static List<AddressRange> ranges(@Nullable String addresses, boolean hasSecret) {
        if (addresses == null || addresses.isBlank()) {
            return hasSecret ? List.of() : ranges(PRIVATE).orElseThrow();
        }
        return addresses.strip().equals(NONE)
                ? List.of()
                : ranges(split(addresses, ",")).orElse(List.of());
    }

    /** Whether all of these can be read. */
    public static boolean areReadable(List<String> addresses) {
        return ranges(addresses).isPresent();
    }

    private static Optional<List<AddressRange>> ranges(List<String> texts) {
        List<AddressRange> read =
                texts.stream().map(AddressRange::read).flatMap(Optional::stream).toList();
        return read.size() == texts.size() ? Optional.of(read) : Optional.empty();
    }

    private static List<String> secrets(String hashes) {
        List<String> all = split(hashes, " ");
        boolean readable = all.stream().allMatch(hash -> HASH.matcher(hash).matches());
        return readable ? all : List.of();
    }

    private static List<String> split(String texts, String separator) {
        return Arrays.stream(texts.split(separator))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** The hashes with a new one, as the setting has them: the oldest makes room. */
    public String withSecret(String secret) {
        return Stream.concat(Stream.of(Digest.sha256Hex(secret)), secretHashes.stream())
                .limit(MOST_SECRETS)
                .collect(Collectors.joining(" "));
    }

    /** Whether this one may ask. */
    public boolean include(Asker asker) {
        return knowsSecret(asker) || asker.addresses().stream().allMatch(this::isListed);
    }

    private boolean knowsSecret(Asker asker) {
        boolean known = false;
        for (String secret : asker.secrets()) {
            String sent = Digest.sha256Hex(secret);
            // Every hash is looked at, so that the time says nothing about which one it was.
            for (String hash : secretHashes) {
                known |= Digest.same(hash, sent);
            }
        }
        return known;
    }

    private boolean isListed(String address) {
        return IpAddress.bare(address)
                .filter(read -> ranges.stream().anyMatch(range -> range.contains(read)))
                .isPresent();
    }

    /** Without the hashes. */
    @Override
    public String toString() {
        return "Askers " + ranges;
    }
}
