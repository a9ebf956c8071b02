package org.workfrontoauth2.contract;

/**
 * Why a public key or a logo is not taken, with the sentence for the administrator (contract, section 2).
 *
 * <p>The sentences are fixed: nothing of what was sent becomes part of one, least of all a private key.
 */
public enum UploadRefusal {
    PEM_TOO_LARGE(AdministrationRefusal.TOO_LARGE, Sentence.PEM_LARGE),
    PRIVATE_KEY(AdministrationRefusal.INVALID_REQUEST, Sentence.PEM_PRIVATE),
    NOT_ONE_PEM(AdministrationRefusal.INVALID_REQUEST, Sentence.PEM_ONE),
    MALFORMED_PEM(AdministrationRefusal.INVALID_REQUEST, Sentence.PEM_MALFORMED),
    UNREADABLE_CERTIFICATE(AdministrationRefusal.INVALID_REQUEST, Sentence.CERTIFICATE_UNREADABLE),
    NOT_RSA(AdministrationRefusal.INVALID_REQUEST, Sentence.KEY_NOT_RSA),
    KEY_SIZE(AdministrationRefusal.INVALID_REQUEST, Sentence.KEY_SIZE),
    EXPIRED_CERTIFICATE(AdministrationRefusal.INVALID_REQUEST, Sentence.CERTIFICATE_EXPIRED),
    FUTURE_CERTIFICATE(AdministrationRefusal.INVALID_REQUEST, Sentence.CERTIFICATE_FUTURE),

    LOGO_TYPE(AdministrationRefusal.UNSUPPORTED_MEDIA_TYPE, Sentence.LOGO_TYPE),
    LOGO_TOO_LARGE(AdministrationRefusal.TOO_LARGE, Sentence.LOGO_LARGE),
    UNREADABLE_LOGO(AdministrationRefusal.INVALID_REQUEST, Sentence.LOGO_UNREADABLE),
    LOGO_OF_OTHER_TYPE(AdministrationRefusal.UNSUPPORTED_MEDIA_TYPE, Sentence.LOGO_OTHER),
    LOGO_DIMENSIONS(AdministrationRefusal.INVALID_REQUEST, Sentence.LOGO_SIZE);

    private final AdministrationRefusal refusal;
    private final Sentence sentence;

    UploadRefusal(AdministrationRefusal refusal, Sentence sentence) {
        this.refusal = refusal;
        this.sentence = sentence;
    }

    /** A fixed sentence for the administrator. */
    public Sentence sentence() {
        return sentence;
    }

    /** The answer of the administration API. */
    AdministrationRefused refused() {
        return refusal.because(sentence);
    }
}
