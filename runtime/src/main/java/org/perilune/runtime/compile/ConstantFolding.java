package org.perilune.runtime.compile;

/** Computes operators on numerals while compiling. */
final class ConstantFolding {
    private ConstantFolding() {}

    /** The result, or NaN when it must be left to the running program. */
    static double fold(int opcode, double left, double right) {
        return switch (opcode) {
            case Instruction.ADD -> left + right;
            case Instruction.SUB -> left - right;
            case Instruction.MUL -> left * right;
            case Instruction.DIV -> right == 0 ? Double.NaN : left / right;
            case Instruction.MOD -> right == 0 ? Double.NaN : left - Math.floor(left / right) * right;
            case Instruction.POW -> power(left, right);
            case Instruction.UNM -> -left;
            default -> Double.NaN;
        };
    }

    /** As C's pow: 1 to any power is 1, and so is -1 to an infinite one. */
    private static double power(double left, double right) {
        if (left == 1 || (left == -1 && Double.isInfinite(right))) {
            return 1;
        }
        return Math.pow(left, right);
    }
}
