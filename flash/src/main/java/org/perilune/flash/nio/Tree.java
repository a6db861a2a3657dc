package org.perilune.flash.nio;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.perilune.flash.spiffs.Spiffs;
import org.perilune.flash.spiffs.SpiffsEntry;

/**
 * Shows flat names as files in folders. A folder is there while a file's name begins with it, or while it is
 * remembered; memory lasts as long as the mount. A file whose name makes no path stands in the root with its "/"
 * written "%2F".
 */
final class Tree {
    /** What a path leads to. */
    record Node(String name, SpiffsEntry entry) {
        boolean isFolder() {
            return entry == null;
        }
    }

    private final Spiffs spiffs;
    private final Layout layout;
    /** Folders that were made, or lost their last file, through this mount; names in bytes. */
    private final Set<String> remembered = new HashSet<>();

    Tree(Spiffs spiffs, Layout layout) {
        this.spiffs = spiffs;
        this.layout = layout;
    }

    /** What this text, elements joined by "/", leads to; null for nothing. The empty text is the root. */
    synchronized Node find(String text) throws IOException {
        if (text.isEmpty()) {
            return new Node("", null);
        }
        String name = Names.toName(text);
        SpiffsEntry entry = spiffs.stat(name);
        if (entry == null && text.chars().allMatch(c -> c < 256)) {
            entry = spiffs.stat(text);
        }
        if (entry == null && layout == Layout.FOLDERS) {
            entry = unreachable(Names.unescape(name));
        }
        if (entry != null) {
            return new Node(entry.name(), entry);
        }
        return layout == Layout.FOLDERS && isFolder(name) ? new Node(name, null) : null;
    }

    /** A file of this name, if it has no path of its own. */
    private SpiffsEntry unreachable(String name) throws IOException {
        SpiffsEntry entry = spiffs.stat(name);
        return entry != null && (!isPath(name) || liesInFile(name, fileNames())) ? entry : null;
    }

    private Set<String> fileNames() throws IOException {
        Set<String> files = new HashSet<>();
        spiffs.list().forEach(entry -> files.add(entry.name()));
        return files;
    }

    private boolean isFolder(String name) throws IOException {
        String prefix = name + "/";
        return remembered.contains(name)
                || remembered.stream().anyMatch(folder -> folder.startsWith(prefix))
                || spiffs.list().stream().anyMatch(entry -> entry.name().startsWith(prefix) && isPath(entry.name()));
    }

    /** Whether a name's parts can be the elements of a path. */
    private static boolean isPath(String name) {
        for (String part : name.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return false;
            }
        }
        return true;
    }

    /** The elements in a folder. */
    synchronized List<String> list(String folder) throws IOException {
        if (layout == Layout.FLAT) {
            return spiffs.list().stream()
                    .map(entry -> Names.toText(entry.name()))
                    .toList();
        }
        Set<String> files = fileNames();
        Set<String> elements = new TreeSet<>();
        String prefix = folder.isEmpty() ? "" : folder + "/";
        for (String file : files) {
            if (!isPath(file) || liesInFile(file, files)) {
                if (folder.isEmpty()) {
                    elements.add(Names.toText(Names.escape(file)));
                }
            } else {
                addFirst(elements, prefix, file);
            }
        }
        remembered.forEach(kept -> addFirst(elements, prefix, kept));
        return new ArrayList<>(elements);
    }

    private static void addFirst(Set<String> elements, String prefix, String name) {
        if (name.startsWith(prefix) && name.length() > prefix.length()) {
            int end = name.indexOf('/', prefix.length());
            elements.add(Names.toText(name.substring(prefix.length(), end < 0 ? name.length() : end)));
        }
    }

    /** Whether a folder in this name is a file as well, so that no path leads through it. */
    static boolean liesInFile(String name, Set<String> files) {
        for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
            if (files.contains(name.substring(0, slash))) {
                return true;
            }
        }
        return false;
    }

    synchronized void remember(String folder) {
        if (!folder.isEmpty() && layout == Layout.FOLDERS) {
            remembered.add(folder);
        }
    }

    synchronized void forget(String folder) {
        remembered.remove(folder);
    }

    /** Keeps what a folder holds in mind under its new name. */
    synchronized void moved(String from, String to) {
        for (String folder : List.copyOf(remembered)) {
            if (folder.equals(from) || folder.startsWith(from + "/")) {
                remembered.remove(folder);
                remembered.add(to + folder.substring(from.length()));
            }
        }
    }
}
