package org.workfrontoauth2.contract;

/**
 * Why a public key or a logo is not taken, with the sentence for the administrator (contract, section 2).
 *
 * <p>The sentences are fixed: nothing of what was sent becomes part of one, least of all a private key.
 */
public enum UploadRefusal {
    PEM_TOO_LARGE(AdministrationRefusal.TOO_LARGE, "The PEM text is larger than 16 KiB."),
    PRIVATE_KEY(
            AdministrationRefusal.INVALID_REQUEST,
            "This text holds a private key. Nothing of it was kept, but it has travelled: make a new key pair, and add "
                    + "its public key or certificate only."),
    NOT_ONE_PEM(
            AdministrationRefusal.INVALID_REQUEST,
            "Add exactly one PEM block, PUBLIC KEY or CERTIFICATE, and nothing else."),
    MALFORMED_PEM(AdministrationRefusal.INVALID_REQUEST, "What is between the lines of the PEM is not valid base64."),
    UNREADABLE_CERTIFICATE(AdministrationRefusal.INVALID_REQUEST, "The certificate cannot be read."),
    NOT_RSA(
            AdministrationRefusal.INVALID_REQUEST,
            "The public key cannot be read as an RSA key: only RSA keys of 2048 to 16384 bits are accepted."),
    KEY_SIZE(
            AdministrationRefusal.INVALID_REQUEST,
            "The RSA key is too short or too long: 2048 to 16384 bits are accepted."),
    EXPIRED_CERTIFICATE(AdministrationRefusal.INVALID_REQUEST, "The certificate has expired."),
    FUTURE_CERTIFICATE(AdministrationRefusal.INVALID_REQUEST, "The certificate is not valid yet."),

    LOGO_TYPE(AdministrationRefusal.UNSUPPORTED_MEDIA_TYPE, "Send the logo as image/png, image/jpeg or image/webp."),
    LOGO_TOO_LARGE(AdministrationRefusal.TOO_LARGE, "The logo is larger than 256 KiB."),
    UNREADABLE_LOGO(AdministrationRefusal.INVALID_REQUEST, "This is no PNG, JPEG or WebP picture that can be read."),
    LOGO_OF_OTHER_TYPE(
            AdministrationRefusal.UNSUPPORTED_MEDIA_TYPE,
            "The picture is of another type than the Content-Type header says."),
    LOGO_DIMENSIONS(
            AdministrationRefusal.INVALID_REQUEST, "A logo has at least 1 by 1 and at most 1024 by 1024 pixels.");

    private final AdministrationRefusal refusal;
    private final String sentence;

    UploadRefusal(AdministrationRefusal refusal, String sentence) {
        this.refusal = refusal;
        this.sentence = sentence;
    }

    /** A fixed sentence for the administrator. */
    public String sentence() {
        return sentence;
    }

    /** The answer of the administration API. */
    AdministrationRefused refused() {
        return refusal.because(sentence);
    }
}
