package org.perilune.runtime.lib;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.perilune.runtime.compile.ChunkReader;

/** Runs a bare machine on streams and a folder of the host. */
public final class SystemHost implements BareHost {
    private final InputStream input;
    private final OutputStream output;
    private final OutputStream errors;
    private final Path folder;
    private final RandomSource random = new RandomSource(1);

    /** @param folder where names of files begin */
    public SystemHost(InputStream input, OutputStream output, OutputStream errors, Path folder) {
        this.input = input;
        this.output = output;
        this.errors = errors;
        this.folder = folder;
    }

    @Override
    public void print(byte[] text, int from, int length) {
        write(output, text, from, length);
    }

    @Override
    public void printError(byte[] text, int from, int length) {
        write(errors, text, from, length);
    }

    private static void write(OutputStream stream, byte[] text, int from, int length) {
        try {
            stream.write(text, from, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int readInput() {
        try {
            return input.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Path resolve(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.ISO_8859_1);
        return folder.resolve(new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public ChunkReader openFile(String name) {
        try {
            byte[] content = Files.readAllBytes(resolve(name));
            return new OnePartReader(content);
        } catch (IOException | java.nio.file.InvalidPathException e) {
            return null;
        }
    }

    @Override
    public boolean exists(String name) {
        try {
            return Files.isReadable(resolve(name)) && !Files.isDirectory(resolve(name));
        } catch (java.nio.file.InvalidPathException e) {
            return false;
        }
    }

    @Override
    public RandomSource random() {
        return random;
    }
}
