package slipstream.cloudlink.service.web.console;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import slipstream.cloudlink.service.town.MovableClock;
import slipstream.cloudlink.service.town.Town;

/// A town with an operator, Anna, who has signed in: for each class that extends this one of its own.
abstract class AtTheDesk {
    static final MovableClock CLOCK = new MovableClock();

    @TempDir
    static Path directory;

    static Town town;
    static People people;
    static Visitor anna;

    @BeforeAll
    static void openTheTown() throws Exception {
        town = new Town(directory, CLOCK);
        people = new People(town, CLOCK);
        anna = people.operator("anna");
    }

    @AfterAll
    static void closeTheTown() {
        anna.close();
        people.close();
        town.close();
    }
}
