package org.perilune.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A 32-bit number on the command line, decimal or, after 0x, hexadecimal: an address or a size. */
final class WordNumber implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
        if (!text.matches("0[xX][0-9a-fA-F]{1,8}|[0-9]{1,9}")) {
            throw new TypeConversionException("'" + text + "' is no number such as 65536 or 0x40210000");
        }
        boolean hexadecimal = text.length() > 1 && (text.charAt(1) == 'x' || text.charAt(1) == 'X');
        return hexadecimal ? Integer.parseUnsignedInt(text.substring(2), 16) : Integer.parseInt(text);
    }
}
