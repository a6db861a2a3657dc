package org.perilune.flash.nio;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Turns the patterns of {@link java.nio.file.FileSystem#getPathMatcher} into regular expressions. */
final class Glob {
    private final String glob;
    private final StringBuilder regex = new StringBuilder();
    private int at;

    private Glob(String glob) {
        this.glob = glob;
    }

    static Pattern matcher(String syntaxAndPattern) {
        int colon = syntaxAndPattern.indexOf(':');
        if (colon <= 0) {
            throw new IllegalArgumentException(
                    "a pattern (" + syntaxAndPattern + ") must begin with its syntax and ':'");
        }
        String pattern = syntaxAndPattern.substring(colon + 1);
        return switch (syntaxAndPattern.substring(0, colon)) {
            case "glob" -> Pattern.compile(new Glob(pattern).translate());
            case "regex" -> Pattern.compile(pattern);
            default -> throw new UnsupportedOperationException(syntaxAndPattern);
        };
    }

    private String translate() {
        boolean group = false;
        while (at < glob.length()) {
            char c = glob.charAt(at++);
            switch (c) {
                case '*' -> star();
                case '?' -> regex.append("[^/]");
                case '[' -> bracket();
                case '{' -> {
                    if (group) {
                        throw error("a group in a group");
                    }
                    group = true;
                    regex.append("(?:(?:");
                }
                case '}' -> {
                    regex.append(group ? "))" : "\\}");
                    group = false;
                }
                case ',' -> regex.append(group ? ")|(?:" : ",");
                case '\\' -> {
                    if (at == glob.length()) {
                        throw error("nothing to escape");
                    }
                    regex.append(Pattern.quote(String.valueOf(glob.charAt(at++))));
                }
                default -> regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        if (group) {
            throw error("a group without end");
        }
        return regex.toString();
    }

    private void star() {
        boolean twice = at < glob.length() && glob.charAt(at) == '*';
        at += twice ? 1 : 0;
        regex.append(twice ? ".*" : "[^/]*");
    }

    private void bracket() {
        int end = glob.indexOf(']', at + 1);
        if (end < 0) {
            throw error("a '[' without ']'");
        }
        boolean not = glob.charAt(at) == '!';
        String set = glob.substring(not ? at + 1 : at, end).replaceAll("[\\\\\\[&^]", "\\\\$0");
        regex.append("[[").append(not ? "^" : "").append(set).append("]&&[^/]]");
        at = end + 1;
    }

    private PatternSyntaxException error(String what) {
        return new PatternSyntaxException(what, glob, at - 1);
    }
}
