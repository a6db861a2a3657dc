package org.perilune.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time on the command line: seconds since 1970, in the 32 bits that boards keep a time in. */
final class EpochSeconds implements ITypeConverter<Long> {
    private static final long LAST = 0xffff_ffffL;

    @Override
    public Long convert(String text) {
        if (!text.matches("[0-9]{1,10}") || Long.parseLong(text) > LAST) {
            throw new TypeConversionException(
                    "'" + text + "' is no time in seconds since 1970, such as 1700000000, up to " + LAST);
        }
        return Long.parseLong(text);
    }
}
