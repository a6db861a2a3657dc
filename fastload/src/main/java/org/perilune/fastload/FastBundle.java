package org.perilune.fastload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pieces that {@code fast} can load, by name. Immutable, so that all boards of a process share one. */
public final class FastBundle {
    private static final String FOLDER = "/org/perilune/fastload/bundle/";
    private static final String INDEX = "index.tsv";
    /** Columns of the index: name, module, first, bytes, file, source, line. */
    private static final int COLUMNS = 7;

    private final Map<String, FastPiece> pieces;
    private final List<FastPiece> list;

    private FastBundle(Map<String, FastPiece> pieces) {
        this.pieces = Collections.unmodifiableMap(pieces);
        list = List.copyOf(pieces.values());
    }

    /** The modules that come with Perilune, as the build has embedded them. */
    public static FastBundle bundled() {
        Map<String, FastPiece> pieces = new LinkedHashMap<>();
        String index = new String(read(INDEX), StandardCharsets.UTF_8);
        for (String line : index.split("\n", -1)) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                String[] columns = line.split("\t", -1);
                if (columns.length != COLUMNS) {
                    throw new IllegalStateException("fast index, malformed line: " + line);
                }
                byte[] text = read(columns[4]);
                pieces.put(columns[0], new FastPiece(columns[0], columns[1], columns[2].equals("first"), text));
            }
        }
        return new FastBundle(pieces);
    }

    private static byte[] read(String file) {
        try (InputStream in = FastBundle.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("fast bundle lacks " + file + "; build again");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** This bundle with more pieces, which come before those of the same name. */
    public FastBundle with(List<FastPiece> more) {
        Map<String, FastPiece> all = new LinkedHashMap<>(pieces);
        for (FastPiece piece : more) {
            all.put(piece.name(), piece);
        }
        return new FastBundle(all);
    }

    /** The piece of a name, or null. */
    public FastPiece find(String name) {
        return pieces.get(name);
    }

    /** All pieces, the bundled ones first. */
    public Collection<FastPiece> pieces() {
        return list;
    }

    /** The same, by number. */
    List<FastPiece> list() {
        return list;
    }
}
