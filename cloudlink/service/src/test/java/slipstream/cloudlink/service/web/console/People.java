package slipstream.cloudlink.service.web.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import slipstream.cloudlink.service.account.Accounts;
import slipstream.cloudlink.service.account.Role;
import slipstream.cloudlink.service.account.Totp;
import slipstream.cloudlink.service.office.Offices;
import slipstream.cloudlink.service.town.MovableClock;
import slipstream.cloudlink.service.town.Town;

/// Makes users of a town and signs them in.
final class People implements AutoCloseable {
    static final String PASSWORD = "a password of my own";
    private static final Pattern SECRET = Pattern.compile("class=\"secret\">([A-Z2-7 ]+)<");

    private final Town town;
    private final MovableClock clock;
    private final Offices offices;

    People(Town town, MovableClock clock) throws IOException {
        this.town = town;
        this.clock = clock;
        this.offices = Offices.open(town.configuration, Clock.systemUTC());
    }

    Accounts accounts() {
        return offices.accounts();
    }

    Offices offices() {
        return offices;
    }

    /// Somebody who has signed in for the first time, and is in.
    Visitor operator(String name) throws IOException {
        return ready(name, offices.accounts().add(name, Role.OPERATOR, "main", Optional.empty()));
    }

    Visitor merchant(String name, String shop) throws IOException {
        return ready(name, offices.accounts().add(name, Role.MERCHANT, "main", Optional.of(shop)));
    }

    private Visitor ready(String name, String first) {
        var visitor = new Visitor(town);
        visitor.get("/console/sign-in");
        assertEquals(
                303,
                visitor.post("/console/sign-in", "name", name, "password", first, "code", "")
                        .statusCode());
        var page = visitor.get("/console/setup");
        assertEquals(200, page.statusCode());
        var secret = secret(page.body());
        var done = visitor.post(
                "/console/setup", "code", Totp.at(secret, clock.instant()), "password", PASSWORD, "again", PASSWORD);
        assertEquals(200, done.statusCode(), done.body());
        visitor.get("/console/overview");
        return visitor;
    }

    static String secret(String page) {
        var found = SECRET.matcher(page);
        found.find();
        return found.group(1).replace(" ", "");
    }

    /// Later than any code that was used.
    void nextCode() {
        clock.moveAhead(Duration.ofSeconds(60));
    }

    @Override
    public void close() {
        offices.close();
    }
}
