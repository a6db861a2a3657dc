package org.perilune.flash.spiffs;

/**
 * What to do with a file when opening it.
 *
 * @param reads it can be read
 * @param writes it can be written
 * @param creates it is made if there is none
 * @param truncates what it held is thrown away
 * @param appends each write goes to its end
 * @param fresh there must be none yet
 */
public record OpenMode(
        boolean reads, boolean writes, boolean creates, boolean truncates, boolean appends, boolean fresh) {
    public static final OpenMode READ = of("r");
    public static final OpenMode WRITE = of("w");
    public static final OpenMode UPDATE = of("r+");
    public static final OpenMode APPEND = of("a");

    /** The mode of a text such as "w+"; whatever is no mode reads, as on the board. */
    public static OpenMode of(String text) {
        boolean both = text.endsWith("+");
        return switch (text) {
            case "w", "w+" -> new OpenMode(both, true, true, true, false, false);
            case "a", "a+" -> new OpenMode(both, true, true, false, true, false);
            case "r+" -> new OpenMode(true, true, false, false, false, false);
            default -> new OpenMode(true, false, false, false, false, false);
        };
    }
}
