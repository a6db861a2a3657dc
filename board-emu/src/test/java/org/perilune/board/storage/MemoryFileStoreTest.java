package org.perilune.board.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MemoryFileStoreTest extends FileStoreContract {
    private final FileStore store = new MemoryFileStore(100);

    @Override
    FileStore store() {
        return store;
    }

    @Test
    void whatIsInUseIsWhatFilesHold() {
        store.write("a", bytes("hello"));
        assertEquals(5, store.usedBytes());
        store.format();
        assertEquals(0, store.usedBytes());
    }

    @Test
    void aFullStoreTakesNothingOfWhatDoesNotFit() {
        try (FileStore.Handle file = open("a", "w")) {
            assertEquals(0, file.write(new byte[150], 0, 150));
            assertEquals(100, file.write(new byte[100], 0, 100));
            assertEquals(0, file.write(new byte[1], 0, 1));
        }
        store.remove("a");
        assertEquals(0, store.usedBytes());
    }
}
