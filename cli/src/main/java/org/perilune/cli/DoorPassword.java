package org.perilune.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * What opens a door, together with {@link #USER}.
 *
 * @param text printable ASCII, 1 to 64 characters
 * @param isGenerated nobody knows it yet, so it has to be shown
 */
record DoorPassword(String text, boolean isGenerated) {
    /** The one user of all doors. */
    static final String USER = "perilune";

    private static final int LONGEST = 64;
    /** Without the letters and digits that look alike; 32 of them, so that each is worth five bits. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    /** 80 bits: nobody guesses that through a door. */
    private static final int GENERATED_LENGTH = 16;

    /**
     * The user's password from a file's first line, else from an environment variable, else a new one.
     *
     * @param file may be null
     * @param random must not be predictable
     */
    static DoorPassword choose(Path file, String variable, Map<String, String> environment, RandomGenerator random) {
        if (file != null) {
            String text = new String(HostFiles.read(file), StandardCharsets.UTF_8);
            return given(text.lines().findFirst().orElse(""), file.toString());
        }
        String text = environment.get(variable);
        return text != null ? given(text, variable) : generated(random);
    }

    private static DoorPassword given(String text, String source) {
        if (text.isEmpty() || text.length() > LONGEST || !text.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw Failure.usage(
                    source + ": a password has 1 to " + LONGEST + " printable ASCII characters and no space");
        }
        return new DoorPassword(text, false);
    }

    private static DoorPassword generated(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GENERATED_LENGTH; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return new DoorPassword(text.toString(), true);
    }
}
