package org.perilune.board.module;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;

/**
 * A checksum being computed, keyed or not. Names and blocks are those of the firmware's table of algorithms.
 *
 * @see CryptoModule
 */
final class Digest {
    private static final byte INNER = 0x36;
    private static final byte OUTER = 0x5c;

    /** What the firmware can compute. */
    enum Algorithm {
        MD5("MD5", 64, 88),
        SHA1("SHA-1", 64, 92),
        SHA256("SHA-256", 64, 104),
        SHA384("SHA-384", 128, 208),
        SHA512("SHA-512", 128, 208);

        private final String hostName;
        private final int blockBytes;
        private final int deviceBytes;

        Algorithm(String hostName, int blockBytes, int deviceBytes) {
            this.hostName = hostName;
            this.blockBytes = blockBytes;
            this.deviceBytes = deviceBytes;
        }

        /** The algorithm of a name in any case, or null. */
        static Algorithm of(String name) {
            String upper = name.toUpperCase(Locale.ROOT);
            return Arrays.stream(values())
                    .filter(each -> each.name().equals(upper))
                    .findFirst()
                    .orElse(null);
        }

        /** Bytes of the state on the device; with a key it keeps a block made of that. */
        int deviceBytes(boolean withKey) {
            return withKey ? deviceBytes + blockBytes : deviceBytes;
        }

        private MessageDigest start() {
            try {
                return MessageDigest.getInstance(hostName);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("this JDK lacks " + hostName, e);
            }
        }
    }

    private final Algorithm algorithm;
    private final MessageDigest state;
    /** The key as it goes into the outer hash; null without a key. */
    private final byte[] outerPad;

    /** @param key null for a plain checksum */
    Digest(Algorithm algorithm, byte[] key) {
        this.algorithm = algorithm;
        state = algorithm.start();
        if (key == null) {
            outerPad = null;
            return;
        }
        byte[] shortened = key.length > algorithm.blockBytes ? algorithm.start().digest(key) : key;
        outerPad = pad(shortened, OUTER);
        state.update(pad(shortened, INNER));
    }

    private byte[] pad(byte[] key, byte with) {
        byte[] padded = Arrays.copyOf(key, algorithm.blockBytes);
        for (int i = 0; i < padded.length; i++) {
            padded[i] ^= with;
        }
        return padded;
    }

    void update(byte[] bytes, int length) {
        state.update(bytes, 0, length);
    }

    /** The checksum; the state begins anew. */
    byte[] finish() {
        byte[] inner = state.digest();
        if (outerPad == null) {
            return inner;
        }
        state.update(outerPad);
        return state.digest(inner);
    }
}
