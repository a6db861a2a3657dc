package org.perilune.testkit.scenario;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings LuaJ's messages into the form of all others. */
final class ErrorText {
    private ErrorText() {}

    /**
     * {@code FILE:LINE: what}. LuaJ says {@code @FILE:LINE what}, once for each coroutine that passes the error on; the last
     * place is where it happened.
     */
    static String of(Path file, String luajMessage) {
        String rest = luajMessage == null ? "error without a message" : luajMessage;
        Pattern place = Pattern.compile("@?" + Pattern.quote(file.toString()) + ":(\\d+):? ");
        String line = "";
        for (Matcher matcher = place.matcher(rest); matcher.lookingAt(); matcher = place.matcher(rest)) {
            line = matcher.group(1) + ":";
            rest = rest.substring(matcher.end());
        }
        return file + ":" + line + " " + rest;
    }
}
