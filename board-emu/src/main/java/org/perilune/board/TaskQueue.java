package org.perilune.board;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** Work to be done, in three priorities with a place for eight tasks each. Within a priority, first come first served. */
final class TaskQueue {
    static final int LOW = 0;
    static final int HIGH = 2;
    /** Tasks that fit into one priority's queue. */
    static final int DEPTH = 8;

    private final List<ArrayDeque<Runnable>> queues = new ArrayList<>();

    TaskQueue() {
        for (int priority = LOW; priority <= HIGH; priority++) {
            queues.add(new ArrayDeque<>(DEPTH));
        }
    }

    /** Adds a task; false when its queue is full. */
    boolean post(int priority, Runnable task) {
        ArrayDeque<Runnable> queue = queues.get(priority);
        return queue.size() < DEPTH && queue.add(task);
    }

    /** Takes out the task that is to run next, or null. */
    Runnable next() {
        for (int priority = HIGH; priority >= LOW; priority--) {
            Runnable task = queues.get(priority).poll();
            if (task != null) {
                return task;
            }
        }
        return null;
    }

    boolean isEmpty() {
        return size() == 0;
    }

    /** How many tasks wait, in all priorities. */
    int size() {
        int size = 0;
        for (ArrayDeque<Runnable> queue : queues) {
            size += queue.size();
        }
        return size;
    }

    boolean isEmpty(int priority) {
        return queues.get(priority).isEmpty();
    }
}
