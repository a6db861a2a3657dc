package org.perilune.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number of bytes on the command line: 40616, 44K or 1M. */
final class ByteCount implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
        if (!text.matches("[0-9]{1,9}[KkMm]?")) {
            throw new TypeConversionException("'" + text + "' is no number of bytes, such as 40616 or 44K");
        }
        char last = Character.toUpperCase(text.charAt(text.length() - 1));
        int unit = last == 'K' ? 1 << 10 : last == 'M' ? 1 << 20 : 1;
        long count = Long.parseLong(unit == 1 ? text : text.substring(0, text.length() - 1)) * unit;
        if (count > 1 << 30) {
            throw new TypeConversionException("'" + text + "' is more than 1024M");
        }
        return (int) count;
    }
}
