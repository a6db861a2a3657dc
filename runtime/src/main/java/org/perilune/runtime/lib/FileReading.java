package org.perilune.runtime.lib;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.perilune.runtime.exec.Arguments;
import org.perilune.runtime.exec.LuaBuffer;
import org.perilune.runtime.exec.LuaState;
import org.perilune.runtime.value.NativeClosure;
import org.perilune.runtime.value.NumberText;
import org.perilune.runtime.value.Userdata;
import org.perilune.runtime.value.Value;

/** Reading from files: lines, numbers, so many bytes, or all there is. */
final class FileReading {
    /** Longest text looked at for a number. */
    private static final int MAX_NUMBER = 200;

    private FileReading() {}

    /** Reads what the arguments from {@code first} on ask for; a line if there are none. */
    static int read(LuaState lua, HostFile file, int first) {
        int last = lua.argCount();
        try {
            if (last < first) {
                return give(lua, readLine(lua, file), 1);
            }
            lua.checkStack(last - first + 1 + LuaState.MIN_STACK, "too many arguments");
            boolean success = true;
            int count = 0;
            for (int argument = first; argument <= last && success; argument++) {
                success = readOne(lua, file, argument);
                count++;
            }
            return give(lua, success, count);
        } catch (IOException e) {
            return FileMethods.failure(lua, e.getMessage());
        }
    }

    /** Gives so many results, of which the last becomes nil when it could not be read. */
    private static int give(LuaState lua, boolean success, int count) {
        if (!success) {
            lua.pop(1);
            lua.pushNil();
        }
        return count;
    }

    private static boolean readOne(LuaState lua, HostFile file, int argument) throws IOException {
        if (lua.refAt(argument) == Value.NUMBER) {
            int count = lua.toInteger(argument);
            return readBytes(lua, file, Integer.toUnsignedLong(count));
        }
        String format = lua.isString(argument) ? lua.toJavaString(argument) : "";
        Arguments.check(lua, format.startsWith("*"), argument, "invalid option");
        switch (format.length() > 1 ? format.charAt(1) : 0) {
            case 'n' -> {
                return readNumber(lua, file);
            }
            case 'l' -> {
                return readLine(lua, file);
            }
            case 'a' -> {
                readBytes(lua, file, Long.MAX_VALUE);
                return true;
            }
            default -> throw Arguments.error(lua, argument, "invalid format");
        }
    }

    private static boolean readLine(LuaState lua, HostFile file) throws IOException {
        LuaBuffer line = new LuaBuffer(lua);
        boolean any = false;
        int c = file.read();
        while (c != HostFile.END && c != '\n') {
            line.add(c);
            any = true;
            c = file.read();
        }
        line.pushResult();
        return any || c == '\n';
    }

    private static boolean readBytes(LuaState lua, HostFile file, long count) throws IOException {
        LuaBuffer bytes = new LuaBuffer(lua);
        boolean atEnd = file.peek() == HostFile.END;
        for (long left = count; left > 0 && file.peek() != HostFile.END; left--) {
            bytes.add(file.read());
        }
        bytes.pushResult();
        return !atEnd;
    }

    private static boolean readNumber(LuaState lua, HostFile file) throws IOException {
        while (NumberText.isSpace(file.peek())) {
            file.read();
        }
        StringBuilder text = new StringBuilder();
        while (text.length() < MAX_NUMBER && isNumberPart(file.peek())) {
            text.append((char) file.read());
        }
        double number = NumberText.parse(text.toString().getBytes(StandardCharsets.ISO_8859_1));
        if (NumberText.isFailure(number)) {
            lua.pushNil();
            return false;
        }
        lua.push(number);
        return true;
    }

    private static boolean isNumberPart(int c) {
        return c >= 0 && (Character.digit(c, 16) >= 0 || "+-.xXpP".indexOf(c) >= 0);
    }

    /** Turns the file on the top into an iterator over its lines. */
    static int pushLines(LuaState lua, boolean closes) {
        lua.push(closes);
        lua.pushClosure(FileReading::nextLine, 2);
        return 1;
    }

    private static int nextLine(LuaState lua) {
        NativeClosure self = lua.runningClosure();
        Userdata userdata = (Userdata) self.upvalueRef[0];
        if (!(userdata.payload() instanceof HostFile file)) {
            throw lua.error("file is already closed");
        }
        try {
            if (readLine(lua, file)) {
                return 1;
            }
        } catch (IOException e) {
            throw lua.error("%s", e.getMessage());
        }
        if (self.upvalueRef[1] == Boolean.TRUE) {
            lua.setTop(0);
            lua.pushValue(userdata, 0);
            FileMethods.close(lua);
        }
        return 0;
    }
}
