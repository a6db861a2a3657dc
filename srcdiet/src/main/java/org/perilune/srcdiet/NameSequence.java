package org.perilune.srcdiet;

/** All names there are, shortest first, without the reserved words. */
final class NameSequence {
    private static final String FIRST = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_";
    private static final String REST = FIRST + "0123456789";

    private long counter;

    String next() {
        String name;
        do {
            name = name(counter++);
        } while (Keywords.contains(name));
        return name;
    }

    private static String name(long number) {
        long left = number;
        StringBuilder name = new StringBuilder();
        name.append(FIRST.charAt((int) (left % FIRST.length())));
        left /= FIRST.length();
        while (left > 0) {
            left--;
            name.append(REST.charAt((int) (left % REST.length())));
            left /= REST.length();
        }
        return name.toString();
    }
}
