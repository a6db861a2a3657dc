package org.perilune.system.interop;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

final class Wget extends FtpProgram {
    @Override
    List<String> needs() {
        return List.of("wget");
    }

    @Override
    Set<Ability> abilities() {
        return EnumSet.of(Ability.DOWNLOAD, Ability.MIRROR_DOWN, Ability.RESUME_DOWN);
    }

    @Override
    Run download(String remote, Path local) {
        return run("wget", "-nv", "-t", "1", "-O", local.toString(), url(remote));
    }

    @Override
    Run mirrorDown(String folder, Path into) {
        return run("wget", "-nv", "-t", "1", "-m", "-nH", "-P", into.toString(), url(folder + "/"));
    }

    @Override
    Run resumeDownload(String remote, Path local) {
        return run("wget", "-nv", "-t", "1", "-c", "-O", local.toString(), url(remote));
    }
}
