package org.perilune.flash.partition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.perilune.flash.chip.FaultPlan;
import org.perilune.flash.chip.NorChip;
import org.perilune.flash.chip.PowerCutException;

class PartitionTableTest {
    private static final int FLASH = 4 << 20;

    private static PartitionTable change(Long lfsAddress, Long lfsSize, Long spiffsAddress, Long spiffsSize) {
        return PartitionTable.standard(FLASH)
                .change(new PartitionChange(lfsAddress, lfsSize, spiffsAddress, spiffsSize), FLASH);
    }

    private static void assertRefused(Long lfsAddress, Long lfsSize, Long spiffsAddress, Long spiffsSize) {
        Exception e = assertThrows(
                IllegalArgumentException.class, () -> change(lfsAddress, lfsSize, spiffsAddress, spiffsSize));
        assertEquals(PartitionTable.OUT_OF_RANGE, e.getMessage());
    }

    @Test
    void aNewBoardHasLfsAndSpiffs() {
        PartitionTable table = PartitionTable.standard(FLASH);
        assertEquals(0x10000, table.find(PartitionTable.LFS).size());
        assertEquals(new Partition(PartitionTable.SPIFFS, 0x100000, 0x100000), table.find(PartitionTable.SPIFFS));
    }

    @Test
    void theTableSurvivesOnTheChip() throws IOException {
        NorChip chip = NorChip.inMemory();
        assertNull(PartitionTable.read(chip));
        PartitionTable installed = PartitionTable.readOrInstall(chip);
        PartitionTable changed = installed.change(new PartitionChange(null, 0x20000L, null, 0x40000L), FLASH);
        changed.write(chip);
        assertEquals(changed.partitions(), PartitionTable.read(chip).partitions());
        assertEquals(
                0x20000,
                PartitionTable.read(chip).region(chip, PartitionTable.LFS).size());
    }

    @Test
    void aSizeAloneMovesSpiffsToOneMebibyteIfItFits() {
        assertEquals(
                0x100000,
                change(null, null, null, 0x200000L).find(PartitionTable.SPIFFS).address());
        long end = PartitionTable.standard(FLASH).find(PartitionTable.LFS).end();
        assertEquals(
                end,
                change(null, null, null, 0x300000L).find(PartitionTable.SPIFFS).address());
    }

    @Test
    void anEmptyPartitionIsDroppedAndComesBackWhenItGetsASize() {
        PartitionTable without = change(null, 0L, null, null);
        assertEquals(0, without.find(PartitionTable.LFS).size());
        PartitionTable with = without.change(new PartitionChange(null, 0x8000L, null, null), FLASH);
        assertEquals(
                PartitionTable.standard(FLASH).find(PartitionTable.LFS).address(),
                with.find(103).address());
        assertEquals(0x100000, with.find(PartitionTable.SPIFFS).address());
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        assertRefused(null, 0x1800L, null, null);
        assertRefused(0x8000L, null, null, null);
        assertRefused(null, 0x80000L, null, null);
        assertRefused(null, null, 0x100000L, 0x300000L);
        assertRefused(null, null, 0x100800L, null);
    }

    @Test
    void aFullSectorOfRecordsIsWrittenAnew() throws IOException {
        NorChip chip = NorChip.inMemory();
        ConfigPage page = new ConfigPage(chip);
        page.write(ConfigPage.START_COMMAND, new byte[] {1, 2, 3, 4});
        byte[] body = new byte[200];
        for (int i = 0; i < 100; i++) {
            Arrays.fill(body, (byte) i);
            page.write(ConfigPage.PARTITION_TABLE, body);
            assertArrayEquals(body, page.read(ConfigPage.PARTITION_TABLE).get(0));
        }
        assertArrayEquals(
                new byte[] {1, 2, 3, 4}, page.read(ConfigPage.START_COMMAND).get(0));
        assertTrue(chip.counters().erases() > 0 && chip.counters().erases() < 10);
    }

    @Test
    void aLossOfPowerWhileAFullSectorIsWrittenAnewLosesNothing() throws IOException {
        NorChip full = NorChip.inMemory(1 << 20);
        byte[] table = new byte[84];
        byte[] command = new byte[256];
        new ConfigPage(full).write(ConfigPage.PARTITION_TABLE, table);
        NorChip next = full;
        while (next.counters().erases() == 0) {
            full = next;
            next = full.copy();
            command[0]++;
            new ConfigPage(next).write(ConfigPage.START_COMMAND, command);
        }
        int points = 0;
        for (int operation = 1; operation <= next.operations(); operation++) {
            for (FaultPlan.Moment moment : FaultPlan.Moment.values()) {
                for (int seed = 0; seed < 50; seed++) {
                    NorChip cut = full.copy();
                    cut.inject(FaultPlan.none().cutPower(operation, moment, seed));
                    ConfigPage writing = new ConfigPage(cut);
                    assertThrows(PowerCutException.class, () -> writing.write(ConfigPage.START_COMMAND, command));
                    cut.restorePower();
                    ConfigPage left = new ConfigPage(cut);
                    assertArrayEquals(
                            table, left.read(ConfigPage.PARTITION_TABLE).get(0));
                    byte[] there = left.read(ConfigPage.START_COMMAND).get(0);
                    assertTrue(there[0] == command[0] || there[0] == command[0] - 1);
                    points++;
                }
            }
        }
        System.out.println("power cut, configuration sector: " + points + " points");
    }

    @Test
    void garbageInTheSectorIsNoTable() throws IOException {
        NorChip chip = NorChip.inMemory();
        chip.program(ConfigPage.ADDRESS, new byte[NorChip.SECTOR], 0, NorChip.SECTOR);
        assertNull(PartitionTable.read(chip));
        PartitionTable.standard(FLASH).write(chip);
        assertNotNull(PartitionTable.read(chip));
    }
}
