package org.perilune.lfs;

/** A canonical Huffman code as deflate uses it, given by the length of each symbol's code. */
final class HuffmanCode {
    private static final int LONGEST = 15;

    private final int[] count = new int[LONGEST + 1];
    private final int[] symbols;

    HuffmanCode(int[] lengths, int from, int to) {
        symbols = new int[to - from];
        for (int i = from; i < to; i++) {
            count[lengths[i]]++;
        }
        count[0] = 0;
        int[] next = new int[LONGEST + 1];
        for (int length = 1; length < LONGEST; length++) {
            next[length + 1] = next[length] + count[length];
        }
        for (int i = from; i < to; i++) {
            if (lengths[i] != 0) {
                symbols[next[lengths[i]]++] = i - from;
            }
        }
    }

    /** Reads one symbol. */
    int read(BitInput in) {
        int code = 0;
        int first = 0;
        int index = 0;
        for (int length = 1; length <= LONGEST; length++) {
            code |= in.bits(1);
            int here = count[length];
            if (code - first < here) {
                if (code < first) {
                    throw in.damaged();
                }
                return symbols[index + code - first];
            }
            index += here;
            first = (first + here) << 1;
            code <<= 1;
        }
        throw in.damaged();
    }
}
