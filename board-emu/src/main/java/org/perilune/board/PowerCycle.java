package org.perilune.board;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.perilune.runtime.exec.LuaError;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.heap.AllocationModel;
import org.perilune.runtime.heap.BuildProfile;
import org.perilune.runtime.heap.FirstFitModel;
import org.perilune.runtime.heap.Heap;
import org.perilune.runtime.heap.OutOfMemory;
import org.perilune.runtime.heap.PricedModel;
import org.perilune.runtime.value.LuaThread;

/**
 * One run of a board, from power-on or restart to the next: its heap, Lua state, tasks, alarms and whatever modules have
 * open. All of it ends with the cycle. Everything but {@link #post} is for the thread that runs the board.
 */
public final class PowerCycle {
    /** Device bytes of the system's structure for an open file. */
    public static final int FILE_BYTES = 12;

    /** Registry key of the function that is told about errors in callbacks. */
    public static final String ERROR_REPORTER = "onerror";

    private final Board board;
    private final BootReason bootReason;
    private final long startedAt;
    private final Heap heap;
    private final LuaState lua;
    private final TaskQueue tasks = new TaskQueue();
    private final Alarms alarms = new Alarms();
    private final TaskWatchdog watchdog;
    private final Interrupts interrupts = new Interrupts(this);
    private final Prompt prompt;
    private final Uart uart;
    private final Output output;
    private final Map<Class<?>, Object> parts = new LinkedHashMap<>();
    private final Set<Resource> resources = new LinkedHashSet<>();
    /** Set when the program asked for a restart: it happens when the running task has ended. */
    private Reboot pendingReboot;

    private boolean over;

    private PowerCycle(Board board, BootReason bootReason, int capacity) {
        this.board = board;
        this.bootReason = bootReason;
        startedAt = board.clock().micros();
        AllocationModel allocator = board.config().placing() ? new FirstFitModel(capacity) : new PricedModel(capacity);
        heap = new Heap(BuildProfile.floatBuild(), allocator);
        String aboutImage = board.chip().lfs().boot();
        lua = LuaState.newMachine(heap, board.chip().lfs().strings());
        lua.vm().host(new BoardHost(this));
        watchdog = new TaskWatchdog(this);
        lua.vm().watchdog(watchdog);
        prompt = new Prompt(this);
        uart = new Uart(this);
        output = new Output(this);
        if (board.chip().takeFreshlyFormatted()) {
            uart.print("Formatting file system. Please wait...\n");
        }
        uart.print(aboutImage);
    }

    /** Begins a cycle on a board. */
    static PowerCycle begin(Board board, BootReason reason) {
        Boot.checkHeap(board);
        try {
            return new PowerCycle(board, reason, board.config().heap() + Boot.idleUse(board.config()));
        } catch (OutOfMemory e) {
            throw Boot.tooSmall(board, e);
        }
    }

    public Board board() {
        return board;
    }

    public Heap heap() {
        return heap;
    }

    /** The main thread of Lua. A native function works on the thread it is given, callbacks on this one. */
    public LuaState lua() {
        return lua;
    }

    public Clock clock() {
        return board.clock();
    }

    /** Microseconds since this cycle began, for the program to see. */
    public long uptimeMicros() {
        return clock().read() - startedAt;
    }

    public BootReason bootReason() {
        return bootReason;
    }

    public Uart uart() {
        return uart;
    }

    /** Keeps the watchdog quiet for another while, as the program may ask for. */
    public void feedWatchdog() {
        watchdog.feed();
    }

    /**
     * Lets time pass while the program waits without giving up the processor. The watchdog is fed meanwhile, as the
     * device's delay loop does.
     */
    public void delay(long micros) {
        watchdog.delay(micros);
    }

    /** Where printed text goes. */
    public Output output() {
        return output;
    }

    Prompt prompt() {
        return prompt;
    }

    Interrupts interrupts() {
        return interrupts;
    }

    /** An interrupt came too late for the task it was meant for. */
    void interruptMissed() {
        interrupts.missed(!tasks.isEmpty());
    }

    /** How often the prompt was shown in this cycle: the line typed last has been run when this has grown. */
    public int promptsShown() {
        return prompt.shown();
    }

    /** The board's source of chance; the same seed gives the same numbers. */
    public RandomGenerator random() {
        return board.random();
    }

    // ---- what belongs to this cycle

    /** Keeps a module's state for this cycle, one object of a class. */
    public void keep(Object part) {
        parts.put(part.getClass(), part);
    }

    /** What was kept, by its class. */
    public <T> T part(Class<T> type) {
        Object part = parts.get(type);
        if (part == null) {
            throw new IllegalStateException("nothing kept of " + type);
        }
        return type.cast(part);
    }

    /** Has a resource closed at the end of the cycle. */
    public void opened(Resource resource) {
        resources.add(resource);
    }

    /** The resource was closed before. */
    public void closed(Resource resource) {
        resources.remove(resource);
    }

    // ---- what is to be done

    /** From any thread: has the board's thread do something soon, unless this cycle is over by then. */
    public void post(Runnable event) {
        board.post(() -> {
            if (!over) {
                guarded(event);
            }
        });
    }

    /** Has a task do something; false when the queue of its priority, 0 to 2, is full. */
    public boolean postTask(int priority, Runnable task) {
        return tasks.post(priority, task);
    }

    /** Pops a Lua function and has a task call it with its priority; a full queue raises an error. */
    public static void postFunction(LuaState lua, int priority) {
        Callbacks.postFunction(lua, priority);
    }

    /**
     * Calls a Lua function as a callback: it lies under its {@code arguments} topmost values on {@link #lua}. Its error,
     * if any, is reported by a later task, and nil is left then where results were wanted.
     *
     * @return the status of the call
     */
    public int call(int arguments, int results) {
        return Callbacks.call(lua, arguments, results);
    }

    /** Sets an alarm; the board is busy while it is set. */
    public Alarm after(long micros, Runnable action) {
        return at(clock().micros() + micros, action);
    }

    /** Sets an alarm for a time of the board's clock; the board is busy while it is set. */
    public Alarm at(long micros, Runnable action) {
        return alarms.add(micros, true, action);
    }

    /** Sets an alarm that does not keep the board from being idle. */
    public Alarm inBackgroundAfter(long micros, Runnable action) {
        return alarms.add(clock().micros() + micros, false, action);
    }

    /** Restarts the board when the running task has ended, as the device does. */
    public void restartSoon(BootReason reason) {
        rebootSoon(Reboot.because(reason));
    }

    /** Puts the board to sleep when the running task has ended; it starts again after so long, after 0 never. */
    public void sleepSoon(long micros) {
        rebootSoon(Reboot.afterSleep(micros));
    }

    private void rebootSoon(Reboot reboot) {
        if (pendingReboot == null) {
            pendingReboot = reboot;
        }
    }

    // ---- running

    /** Boots. A restart that the program asked for meanwhile is thrown. */
    void boot() {
        guarded(new Boot(this)::run);
    }

    /** Does the next thing there is to do; false when there is none now. */
    boolean step() {
        Alarm alarm = alarms.due(clock().micros());
        if (alarm != null) {
            guarded(alarm::run);
            return true;
        }
        if (uart.hasInput() && (uart.isRaw() || tasks.isEmpty(TaskQueue.LOW))) {
            guarded(uart::takeInput);
            return true;
        }
        Runnable task = tasks.next();
        if (task != null) {
            guarded(task);
        } else {
            interrupts.rest();
        }
        return task != null;
    }

    /** How many steps there are to do now: an alarm, what was typed, and each task. */
    int waitingSteps() {
        return (alarms.nextDue() <= clock().micros() ? 1 : 0) + (uart.hasInput() ? 1 : 0) + tasks.size();
    }

    /** When there will be something to do; {@link Long#MAX_VALUE} when that is not known. */
    long nextDue() {
        return alarms.nextDue();
    }

    boolean isIdle() {
        return tasks.isEmpty() && !alarms.keepBusy() && !uart.hasInput() && waiting() == Resource.Waiting.FOR_NOTHING;
    }

    /** What may come from outside: the most that any resource waits for. */
    Resource.Waiting waiting() {
        Resource.Waiting most = Resource.Waiting.FOR_NOTHING;
        for (Resource resource : resources) {
            Resource.Waiting waiting = resource.waiting();
            if (waiting.compareTo(most) > 0) {
                most = waiting;
            }
        }
        return most;
    }

    /** Does one thing; an error that nobody catches there hangs the device until its watchdog restarts it. */
    private void guarded(Runnable action) {
        lua.vm().restartWork();
        watchdog.feed();
        try {
            action.run();
        } catch (LuaError | OutOfMemory | LuaThread.StackOverflow e) {
            uart.print("PANIC: unprotected error in call to Lua API (" + e.getMessage() + ")\n");
            throw Reboot.because(BootReason.WATCHDOG);
        }
        lua.setTop(0);
        if (pendingReboot != null) {
            throw pendingReboot;
        }
    }

    /** Ends the cycle: closes everything it has open. */
    void end() {
        over = true;
        List<Resource> open = new ArrayList<>(resources);
        resources.clear();
        open.forEach(Resource::close);
    }
}
