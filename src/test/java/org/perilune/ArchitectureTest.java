package org.perilune;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.perilune.cli.Main;

/** The boundaries between and inside modules. A rule changes only together with the design. */
@AnalyzeClasses(
        packages = "org.perilune",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.WithoutTestJars.class})
class ArchitectureTest {
    private static final String ROOT = "org.perilune.";

    /** Tests of a module that other modules' tests use, too. */
    static final class WithoutTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    /** Each module by its package, and the modules it may use; a board hands its users everything it is made of. */
    private static final Map<String, List<String>> MODULES = Map.ofEntries(
            Map.entry("runtime", List.of()),
            Map.entry("srcdiet", List.of("runtime")),
            Map.entry("flash", List.of()),
            Map.entry("lfs", List.of("runtime", "flash")),
            Map.entry("fastload", List.of("runtime")),
            Map.entry("ftp", List.of()),
            Map.entry("telnet", List.of()),
            Map.entry("board", List.of("runtime", "srcdiet", "flash", "lfs", "fastload", "ftp", "telnet")),
            Map.entry("testkit", List.of("board", "runtime", "srcdiet", "flash", "lfs", "fastload", "ftp", "telnet")),
            Map.entry(
                    "cli",
                    List.of("testkit", "board", "runtime", "srcdiet", "flash", "lfs", "fastload", "ftp", "telnet")));

    /** Inside runtime, left may not see right. */
    private static final List<String> LAYERS = List.of("heap", "value", "compile", "exec", "lib", "measure");

    @ArchTest
    void modulesUseOnlyWhatTheDesignAllows(JavaClasses classes) {
        MODULES.forEach((module, allowed) -> {
            List<String> forbidden = new ArrayList<>(MODULES.keySet());
            forbidden.removeAll(allowed);
            forbidden.remove(module);
            noClasses()
                    .that()
                    .resideInAPackage(module(module))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            forbidden.stream().map(ArchitectureTest::module).toArray(String[]::new))
                    .as(module + " uses no module but " + allowed)
                    .allowEmptyShould(true)
                    .check(classes);
        });
    }

    @ArchTest
    void everyClassBelongsToAModule(JavaClasses classes) {
        classes()
                .should()
                .resideInAnyPackage(
                        MODULES.keySet().stream().map(ArchitectureTest::module).toArray(String[]::new))
                .check(classes);
    }

    @ArchTest
    void runtimeLayersSeeOnlyToTheLeft(JavaClasses classes) {
        for (int i = 0; i < LAYERS.size(); i++) {
            String[] forbidden = LAYERS.stream()
                    .skip(i + 1)
                    .map(right -> module("runtime." + right))
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(module("runtime." + LAYERS.get(i)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(forbidden)
                    .as(LAYERS.get(i) + " sees only " + LAYERS.subList(0, i) + " of runtime's layers")
                    .allowEmptyShould(true)
                    .check(classes);
        }
    }

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching(ROOT + "(**)").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule NETTY_STAYS_AT_THE_NETWORK = onlyIn("io.netty..", ROOT + "board.net..", ROOT + "telnet..");

    /** What loads the server, and Netty with it, only where a door was asked for. */
    @ArchTest
    static final ArchRule ONE_CLASS_OF_THE_COMMAND_OPENS_TELNET = noClasses()
            .that()
            .resideInAPackage(ROOT + "cli..")
            .and()
            .doNotHaveSimpleName("TelnetService")
            .should()
            .dependOnClassesThat(HasName.Predicates.nameMatching(".*\\.telnet\\.Telnet.*"))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule FTP_SERVER_STAYS_IN_FTP = onlyIn("org.apache.ftpserver..", ROOT + "ftp..");

    @ArchTest
    static final ArchRule MINA_STAYS_IN_FTP = onlyIn("org.apache.mina..", ROOT + "ftp..");

    @ArchTest
    static final ArchRule CERTIFICATES_ARE_MADE_IN_FTP = onlyIn("org.bouncycastle..", ROOT + "ftp..");

    @ArchTest
    static final ArchRule PICOCLI_STAYS_IN_CLI = onlyIn("picocli..", ROOT + "cli..");

    @ArchTest
    static final ArchRule JLINE_STAYS_IN_CLI = onlyIn("org.jline..", ROOT + "cli..");

    @ArchTest
    static final ArchRule LUAJ_STAYS_IN_TESTKIT = onlyIn("org.luaj..", ROOT + "testkit..");

    @ArchTest
    static final ArchRule JUNIT_STAYS_IN_TESTKIT = onlyIn("org.junit..", ROOT + "testkit..");

    @ArchTest
    static final ArchRule ONLY_MAIN_ENDS_THE_PROCESS = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(Main.class.getName())
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NOTHING_STATIC_CHANGES =
            fields().that().areStatic().should().beFinal().allowEmptyShould(true);

    private static ArchRule onlyIn(String library, String... homes) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(homes)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .as(library + " is used only in " + List.of(homes))
                .allowEmptyShould(true);
    }

    private static String module(String path) {
        return ROOT + path + "..";
    }
}
