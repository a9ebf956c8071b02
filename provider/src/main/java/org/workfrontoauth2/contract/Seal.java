package org.workfrontoauth2.contract;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals a few bytes into letters and digits that nobody else can read, change or make.
 *
 * <p>AES-256-GCM with a separate key for every token: HMAC-SHA256 over the token's 16-byte ID. No key is used twice, so
 * the fixed nonce is safe, and there is no limit on the number of tokens of one realm key. The purpose is part of the
 * key: a refresh token never opens as a session ID.
 */
public final class Seal {

    private static final int ID_BYTES = 16;
    private static final int TAG_BYTES = 16;
    private static final byte[] NONCE = new byte[12];
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SealKey key;
    private final String purpose;
    private final int payloadBytes;

    public Seal(SealKey key, String purpose, int payloadBytes) {
        this.key = key;
        this.purpose = purpose;
        this.payloadBytes = payloadBytes;
    }

    /** Whether this text has the length of one that was sealed: what has not need not be opened. */
    public static boolean hasLength(String text, int payloadBytes) {
        return text.length() == AlphaNumeric.length(ID_BYTES + payloadBytes + TAG_BYTES);
    }

    /** A different text every time. */
    public String seal(byte[] payload) {
        byte[] id = new byte[ID_BYTES];
        RANDOM.nextBytes(id);
        return seal(id, payload);
    }

    /** The same text for the same payload. */
    String sealAlike(byte[] payload) {
        byte[] id = Arrays.copyOf(mac(key.bytes(), purpose + " id", payload), ID_BYTES);
        return seal(id, payload);
    }

    private String seal(byte[] id, byte[] payload) {
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, id, payload)
                .orElseThrow(() -> new IllegalStateException("Encryption does not check tags"));
        return AlphaNumeric.encode(ByteBuffer.allocate(ID_BYTES + sealed.length)
                .put(id)
                .put(sealed)
                .array());
    }

    /** The payload; empty when this text was not sealed with this key, for this purpose. */
    public Optional<byte[]> open(String text) {
        return AlphaNumeric.decode(text, ID_BYTES + payloadBytes + TAG_BYTES)
                .flatMap(bytes -> crypt(
                        Cipher.DECRYPT_MODE,
                        Arrays.copyOf(bytes, ID_BYTES),
                        Arrays.copyOfRange(bytes, ID_BYTES, bytes.length)));
    }

    private Optional<byte[]> crypt(int mode, byte[] id, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            SecretKeySpec own = new SecretKeySpec(mac(key.bytes(), purpose, id), "AES");
            cipher.init(mode, own, new GCMParameterSpec(TAG_BYTES * 8, NONCE));
            return Optional.of(cipher.doFinal(input));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-GCM", e);
        }
    }

    static byte[] mac(byte[] key, String purpose, byte[] data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(data);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA256", e);
        }
    }
}
