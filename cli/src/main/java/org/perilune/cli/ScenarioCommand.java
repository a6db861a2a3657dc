package org.perilune.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.perilune.testkit.scenario.Scenario;
import org.perilune.testkit.scenario.ScenarioException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "scenario",
        description = "Runs a host script in Lua that makes boards and drives them.",
        footer = "The script's functions are described in docs/scenarios.md.",
        mixinStandardHelpOptions = true)
final class ScenarioCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE.lua", description = "the script; paths in it are relative to it")
    private Path file;

    @Override
    public Integer call() {
        byte[] text = HostFiles.read(file);
        try {
            Scenario.run(file, text, System.out);
        } catch (ScenarioException e) {
            throw Failure.program(e.getMessage());
        }
        return 0;
    }
}
