package org.perilune.srcdiet;

/**
 * What the parser remembers of an expression.
 *
 * @param shape what it is as a whole
 * @param lowestLeft the weakest left priority among the binary operators of its top level
 * @param rightSpine the weakest right priority on the way to its last operand
 */
record Expression(Shape shape, int lowestLeft, int rightSpine) {
    /** What an expression is when seen as a whole. */
    enum Shape {
        VARIABLE,
        CALL,
        VARARG,
        PARENTHESES,
        STRING,
        TABLE,
        NUMBER,
        OTHER;

        /** Whether an index or a call may follow it without parentheses. */
        boolean isPrefix() {
            return this == VARIABLE || this == CALL || this == PARENTHESES;
        }

        /** Whether it may give any number of values. */
        boolean isMultiple() {
            return this == CALL || this == VARARG;
        }
    }

    static Expression of(Shape shape) {
        return new Expression(shape, Operators.NONE, Operators.NONE);
    }

    static Expression unary(Expression operand) {
        return new Expression(Shape.OTHER, Operators.NONE, Math.min(Operators.UNARY_PRIORITY, operand.rightSpine));
    }

    static Expression binary(Expression left, Operators.Binary operator, Expression right) {
        return new Expression(
                Shape.OTHER, Math.min(left.lowestLeft, operator.left()), Math.min(operator.right(), right.rightSpine));
    }
}
