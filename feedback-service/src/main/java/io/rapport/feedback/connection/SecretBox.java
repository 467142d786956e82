package io.rapport.feedback.connection;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Encrypts the secrets of connections (AES-256-GCM), and what forms hand out. The connection's id, or the use, is bound to the
 * cipher text, so that a row's secret is of no use under another id.
 */
@ApplicationScoped
public class SecretBox {
    private static final byte FORMAT = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    SecretBox(@ConfigProperty(name = "rapport.encryption.key") String key) {
        byte[] bytes = Base64.getDecoder().decode(key);
        if (bytes.length != 32) {
            throw new IllegalArgumentException("RAPPORT_ENCRYPTION_KEY must hold 32 bytes, in base64.");
        }
        this.key = new SecretKeySpec(bytes, "AES");
    }

    public byte[] lock(String connection, String secret) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] locked = cipher(Cipher.ENCRYPT_MODE, nonce, connection, secret.getBytes(StandardCharsets.UTF_8));
        byte[] box = new byte[1 + NONCE + locked.length];
        box[0] = FORMAT;
        System.arraycopy(nonce, 0, box, 1, NONCE);
        System.arraycopy(locked, 0, box, 1 + NONCE, locked.length);
        return box;
    }

    public String open(String connection, byte[] box) {
        byte[] nonce = Arrays.copyOfRange(box, 1, 1 + NONCE);
        byte[] locked = Arrays.copyOfRange(box, 1 + NONCE, box.length);
        return new String(cipher(Cipher.DECRYPT_MODE, nonce, connection, locked), StandardCharsets.UTF_8);
    }

    private byte[] cipher(int mode, byte[] nonce, String connection, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(connection.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(
                    "A connection's secret can't be " + (mode == Cipher.ENCRYPT_MODE ? "locked" : "opened"), failure);
        }
    }
}
