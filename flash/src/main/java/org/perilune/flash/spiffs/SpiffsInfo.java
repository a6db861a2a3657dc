package org.perilune.flash.spiffs;

/**
 * How full a file system is, counted as the firmware does.
 *
 * @param totalBytes bytes of content and indexes that fit in all
 * @param usedBytes bytes of them in use
 * @param usedPages pages in use
 * @param freePages pages that can be written before anything must be collected
 * @param collections how often a block was collected since mounting
 */
public record SpiffsInfo(int totalBytes, int usedBytes, int usedPages, int freePages, long collections) {}
