package org.perilune.runtime.compile;

import java.util.Locale;
import org.perilune.runtime.value.LuaString;
import org.perilune.runtime.value.NumberText;
import org.perilune.runtime.value.Proto;
import org.perilune.runtime.value.Value;

/** Writes a function's bytecode readably: one line an instruction, constants negative, as {@code luac -l} users know it. */
public final class Listing {
    private static final int LONGEST_TEXT = 60;

    private final StringBuilder out = new StringBuilder();

    private Listing() {}

    /** The listing of a function and all functions inside it. */
    public static String of(Proto proto) {
        Listing listing = new Listing();
        listing.function(proto);
        return listing.out.toString();
    }

    private void function(Proto proto) {
        String source = proto.source == null ? "?" : ChunkId.of(proto.source.toString(), ChunkId.RUNTIME_SIZE);
        out.append(proto.lineDefined == 0 ? "main" : "function");
        out.append(String.format(
                Locale.ROOT,
                " <%s:%d,%d> (%d instructions)%n",
                source,
                proto.lineDefined,
                proto.lastLineDefined,
                proto.code.length));
        out.append(String.format(
                Locale.ROOT,
                "%d%s params, %d slots, %d upvalues, %d locals, %d constants, %d functions%n",
                proto.parameters,
                proto.varargFlags != 0 ? "+" : "",
                proto.maxStack,
                proto.upvalues,
                proto.localNames.length,
                proto.constRef.length,
                proto.protos.length));
        int pc = 0;
        while (pc < proto.code.length) {
            pc = instruction(proto, pc);
        }
        for (Proto inner : proto.protos) {
            out.append(System.lineSeparator());
            function(inner);
        }
    }

    /** Writes the instruction at {@code pc}; returns the next one's place, past a SETLIST's count. */
    private int instruction(Proto proto, int pc) {
        int i = proto.code[pc];
        int opcode = Instruction.opcode(i);
        int line = proto.lineInfo.length == 0 ? -1 : LineInfo.line(proto, pc);
        String position = line > 0 ? "[" + line + "]" : "[-]";
        String operands = Operand.text(proto, i, pc);
        String comment = Operand.comment(proto, i, pc);
        out.append(
                String.format(Locale.ROOT, "\t%d\t%s\t%-9s\t%s", pc + 1, position, Instruction.name(opcode), operands));
        out.append(comment.isEmpty() ? "" : "\t; " + comment).append(System.lineSeparator());
        boolean countFollows = opcode == Instruction.SETLIST && Instruction.c(i) == 0;
        return pc + (countFollows ? 2 : 1);
    }

    /** How operands are written. */
    private static final class Operand {
        static String text(Proto proto, int i, int pc) {
            int a = Instruction.a(i);
            return switch (Instruction.opcode(i)) {
                case Instruction.LOADK, Instruction.GETGLOBAL, Instruction.SETGLOBAL ->
                    a + " " + -(Instruction.bx(i) + 1);
                case Instruction.CLOSURE -> a + " " + Instruction.bx(i);
                case Instruction.JMP -> String.valueOf(Instruction.sbx(i));
                case Instruction.FORLOOP, Instruction.FORPREP -> a + " " + Instruction.sbx(i);
                case Instruction.MOVE,
                        Instruction.LOADNIL,
                        Instruction.GETUPVAL,
                        Instruction.SETUPVAL,
                        Instruction.UNM,
                        Instruction.NOT,
                        Instruction.LEN,
                        Instruction.RETURN,
                        Instruction.VARARG -> a + " " + Instruction.b(i);
                case Instruction.TEST, Instruction.TFORLOOP -> a + " " + Instruction.c(i);
                case Instruction.CLOSE -> String.valueOf(a);
                case Instruction.SETLIST -> a + " " + Instruction.b(i) + " " + batch(proto, i, pc);
                default -> a + " " + operand(Instruction.b(i)) + " " + operand(Instruction.c(i));
            };
        }

        private static int batch(Proto proto, int i, int pc) {
            return Instruction.c(i) == 0 ? proto.code[pc + 1] : Instruction.c(i);
        }

        private static int operand(int operand) {
            return Instruction.isConstant(operand) ? -(Instruction.constantIndex(operand) + 1) : operand;
        }

        static String comment(Proto proto, int i, int pc) {
            return switch (Instruction.opcode(i)) {
                case Instruction.LOADK, Instruction.GETGLOBAL, Instruction.SETGLOBAL ->
                    constant(proto, Instruction.bx(i));
                case Instruction.JMP, Instruction.FORLOOP, Instruction.FORPREP -> "to " + (pc + 2 + Instruction.sbx(i));
                case Instruction.GETTABLE, Instruction.SELF -> constantOperand(proto, Instruction.c(i));
                case Instruction.SETTABLE,
                        Instruction.ADD,
                        Instruction.SUB,
                        Instruction.MUL,
                        Instruction.DIV,
                        Instruction.MOD,
                        Instruction.POW,
                        Instruction.EQ,
                        Instruction.LT,
                        Instruction.LE -> both(proto, i);
                default -> "";
            };
        }

        private static String both(Proto proto, int i) {
            String first = constantOperand(proto, Instruction.b(i));
            String second = constantOperand(proto, Instruction.c(i));
            if (first.isEmpty() && second.isEmpty()) {
                return "";
            }
            return (first.isEmpty() ? "-" : first) + " " + (second.isEmpty() ? "-" : second);
        }

        private static String constantOperand(Proto proto, int operand) {
            return Instruction.isConstant(operand) ? constant(proto, Instruction.constantIndex(operand)) : "";
        }

        private static String constant(Proto proto, int index) {
            Object ref = proto.constRef[index];
            if (ref == Value.NUMBER) {
                return NumberText.format(proto.constNum[index]);
            } else if (ref instanceof LuaString text) {
                return quoted(text);
            }
            return String.valueOf(ref == null ? "nil" : ref);
        }

        private static String quoted(LuaString text) {
            StringBuilder quoted = new StringBuilder("\"");
            for (int at = 0; at < text.length(); at++) {
                if (quoted.length() > LONGEST_TEXT) {
                    return quoted + "\"...";
                }
                int c = text.byteAt(at);
                if (c == '"' || c == '\\') {
                    quoted.append('\\').append((char) c);
                } else if (c < ' ' || c > '~') {
                    quoted.append(String.format(Locale.ROOT, "\\%03d", c));
                } else {
                    quoted.append((char) c);
                }
            }
            return quoted + "\"";
        }
    }
}
