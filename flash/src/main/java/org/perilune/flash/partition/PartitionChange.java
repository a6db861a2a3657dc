package org.perilune.flash.partition;

/**
 * What to change in a partition table; null leaves a value as it is. The names are those of the fields that
 * {@code node.setpartitiontable} takes: lfs_addr, lfs_size, spiffs_addr, spiffs_size.
 */
public record PartitionChange(Long lfsAddress, Long lfsSize, Long spiffsAddress, Long spiffsSize) {}
