package org.perilune.board.module;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Locale;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The ciphers of {@code crypto}: AES with a key of 128 bits, each block by itself or chained to the one before.
 *
 * @see CryptoModule
 */
enum AesCipher {
    ECB,
    CBC;

    /** Bytes of a block, and of the key. */
    static final int BLOCK = 16;

    /** The cipher of a name in any case, or null. */
    static AesCipher of(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "AES-ECB" -> ECB;
            case "AES-CBC" -> CBC;
            default -> null;
        };
    }

    /** A text filled up with zeros to a whole number of blocks. */
    static byte[] wholeBlocks(byte[] text) {
        return Arrays.copyOf(text, (text.length + BLOCK - 1) / BLOCK * BLOCK);
    }

    /**
     * Encrypts or decrypts whole blocks.
     *
     * @param start what the first block is chained to: filled up with zeros, or cut
     */
    byte[] run(boolean encrypts, byte[] key, byte[] blocks, byte[] start) {
        try {
            Cipher cipher = Cipher.getInstance("AES/" + name() + "/NoPadding");
            cipher.init(
                    encrypts ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    this == CBC ? new IvParameterSpec(Arrays.copyOf(start, BLOCK)) : null);
            return cipher.doFinal(blocks);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK lacks AES in mode " + name(), e);
        }
    }
}
