package org.perilune.board;

/** What the board says its firmware is: the one whose behaviour it follows, and that it is emulated. */
public final class Firmware {
    public static final int MAJOR = 3;
    public static final int MINOR = 0;
    public static final int REVISION = 0;
    /** Where in the firmware's history the behaviour was read. */
    public static final String BRANCH = "release";

    public static final String COMMIT = "36cbf9f";
    public static final String RELEASE = "Perilune 0.1.0";
    public static final String RELEASE_TIME = "202601010000";
    public static final boolean SSL = false;
    public static final String BUILD_TYPE = "float";
    private static final String SDK = "3.0-e4434aa";
    private static final String BUILD_DATE = "2026-01-01 00:00";

    private Firmware() {}

    /** What the board says of itself when it is switched on. */
    static String banner(String modules, int lfsSize) {
        return """

                NodeMCU %d.%d.%d.0 emulated by %s
                \tbranch: %s
                \tcommit: %s
                \trelease: %s
                \trelease DTS: %s
                \tSSL: %s
                \tbuild type: %s
                \tLFS: 0x%x bytes total capacity
                \tmodules: %s
                 build %s powered by Lua 5.1.4 on SDK %s
                """.formatted(
                        MAJOR,
                        MINOR,
                        REVISION,
                        RELEASE,
                        BRANCH,
                        COMMIT,
                        RELEASE,
                        RELEASE_TIME,
                        SSL,
                        BUILD_TYPE,
                        lfsSize,
                        modules,
                        BUILD_DATE,
                        SDK);
    }
}
