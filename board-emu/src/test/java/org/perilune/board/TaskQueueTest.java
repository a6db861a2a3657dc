package org.perilune.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TaskQueueTest {
    private final TaskQueue queue = new TaskQueue();
    private final StringBuilder done = new StringBuilder();

    private void runAll() {
        for (Runnable task = queue.next(); task != null; task = queue.next()) {
            task.run();
        }
    }

    @Test
    void higherPrioritiesGoFirstAndOneIsInOrder() {
        queue.post(0, () -> done.append("a"));
        queue.post(1, () -> done.append("b"));
        queue.post(2, () -> done.append("c"));
        queue.post(1, () -> done.append("d"));
        runAll();
        assertEquals("cbda", done.toString());
    }

    @Test
    void eachPriorityHasEightPlaces() {
        for (int i = 0; i < TaskQueue.DEPTH; i++) {
            assertTrue(queue.post(1, () -> {}));
        }
        assertFalse(queue.post(1, () -> {}));
        assertTrue(queue.post(2, () -> {}));
    }

    @Test
    void aTaskMayFollowItself() {
        queue.post(0, () -> queue.post(0, () -> done.append("again")));
        runAll();
        assertEquals("again", done.toString());
        assertTrue(queue.isEmpty());
        assertNull(queue.next());
    }
}
