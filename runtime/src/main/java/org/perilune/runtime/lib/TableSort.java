package org.perilune.runtime.lib;

import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.value.Value;

/**
 * {@code table.sort}: quicksort with the median of three as pivot. Which elements are compared, in which order, is the
 * firmware's, since an order function can see it and a wrong one ends in the same error.
 */
final class TableSort {
    private static final int ORDER = 2;

    private final LuaState lua;

    private TableSort(LuaState lua) {
        this.lua = lua;
    }

    static int sort(LuaState lua) {
        int count = TableLib.checkedLength(lua);
        lua.checkStack(40, "");
        if (!lua.isNoneOrNil(ORDER)) {
            Arguments.type(lua, ORDER, Value.FUNCTION);
        }
        lua.setTop(ORDER);
        new TableSort(lua).sortRange(1, count);
        return 0;
    }

    private void sortRange(int from, int to) {
        int low = from;
        int high = to;
        while (low < high) {
            pushPair(low, high);
            swapIf(less(-1, -2), low, high);
            if (high - low == 1) {
                return;
            }
            int middle = (int) (((long) low + high) / 2);
            orderMiddle(low, middle, high);
            if (high - low == 2) {
                return;
            }
            int pivot = partition(low, middle, high);
            if (pivot - low < high - pivot) {
                sortRange(low, pivot - 1);
                low = pivot + 1;
            } else {
                sortRange(pivot + 1, high);
                high = pivot - 1;
            }
        }
    }

    /** Brings the element at {@code middle} between its outer neighbours, which are in order. */
    private void orderMiddle(int low, int middle, int high) {
        pushPair(middle, low);
        if (less(-2, -1)) {
            store(middle, low);
            return;
        }
        lua.pop(1);
        lua.rawGet(1, high);
        swapIf(less(-1, -2), middle, high);
    }

    /** Sorts the elements into those before and those after the pivot, which comes from {@code middle}; its place. */
    private int partition(int low, int middle, int high) {
        lua.rawGet(1, middle);
        lua.pushCopy(-1);
        lua.rawGet(1, high - 1);
        store(middle, high - 1);
        int left = low;
        int right = high - 1;
        while (true) {
            left = findNotLess(left, high);
            right = findNotGreater(right, low);
            if (right < left) {
                lua.pop(3);
                break;
            }
            store(left, right);
        }
        pushPair(high - 1, left);
        store(high - 1, left);
        return left;
    }

    /** Goes up to an element that is not less than the pivot on the top, and pushes it. */
    private int findNotLess(int from, int high) {
        int at = from + 1;
        lua.rawGet(1, at);
        while (less(-1, -2)) {
            checkInside(at <= high);
            lua.pop(1);
            at++;
            lua.rawGet(1, at);
        }
        return at;
    }

    /** Goes down to an element that is not greater than the pivot below the top, and pushes it. */
    private int findNotGreater(int from, int low) {
        int at = from - 1;
        lua.rawGet(1, at);
        while (less(-3, -1)) {
            checkInside(at >= low);
            lua.pop(1);
            at--;
            lua.rawGet(1, at);
        }
        return at;
    }

    private void checkInside(boolean inside) {
        if (!inside) {
            throw lua.error("invalid order function for sorting");
        }
    }

    private void pushPair(int first, int second) {
        lua.rawGet(1, first);
        lua.rawGet(1, second);
    }

    /** Stores the two topmost values, the top one first. */
    private void store(int top, int below) {
        lua.rawSet(1, top);
        lua.rawSet(1, below);
    }

    private void swapIf(boolean wrong, int first, int second) {
        if (wrong) {
            store(first, second);
        } else {
            lua.pop(2);
        }
    }

    /** Whether one value on the stack comes before another. */
    private boolean less(int first, int second) {
        if (lua.refAt(ORDER) == null) {
            lua.vm().work();
            return lua.lessThan(first, second);
        }
        lua.pushCopy(ORDER);
        lua.pushCopy(first - 1);
        lua.pushCopy(second - 2);
        lua.call(2, 1);
        boolean result = lua.toBoolean(-1);
        lua.pop(1);
        return result;
    }
}
