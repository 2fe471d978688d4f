package slipstream.cloudlink.service.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slipstream.cloudlink.service.config.Configuration;
import slipstream.cloudlink.service.config.Listen;
import slipstream.cloudlink.service.gateway.wechat.simulator.WeChatPaySimulator;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Platform;
import slipstream.cloudlink.service.merchant.Wording;
import slipstream.cloudlink.service.store.SqlBooks;

/// A change and its line in the audit log are one: where the line cannot be written, nothing was changed.
class TogetherTest {
    private static final String MCHID = "1900000109";

    @TempDir
    Path directory;

    private WeChatPaySimulator wechat;
    private Offices offices;
    private Path sheet;

    @BeforeEach
    void open() throws Exception {
        var any = new Listen("127.0.0.1", 0);
        wechat = WeChatPaySimulator.start(directory.resolve("wechat"), any, any, Map.of(MCHID, "wx1"));
        sheet = wechat.credentials().get(MCHID);
        offices = Offices.open(Configuration.local(directory.resolve("data")), Clock.systemUTC());
        offices.administration().addMerchant(merchant("cafe"));
        offices.administration().addItem("cafe", Wording.of("咖啡"), Optional.empty(), 7);
        offices.administration().addStaff("cafe", "Li");
    }

    @AfterEach
    void close() {
        offices.close();
        wechat.close();
    }

    private static Merchant merchant(String id) {
        return new Merchant(id, Wording.of(id), Locale.CHINESE, "main", Optional.empty());
    }

    private interface Change {
        void make(TogetherTest test) throws Exception;
    }

    static Stream<Change> changes() {
        return Stream.of(
                test -> test.offices.administration().entrust("cafe", Platform.WECHAT, test.sheet),
                test -> test.offices.administration().addMerchant(merchant("tea"), Map.of(Platform.WECHAT, test.sheet)),
                test -> test.offices.administration().addStaff("cafe", "Wang"),
                test -> test.offices.administration().revokeStaff(test.staff()),
                test -> test.offices.administration().locate("cafe", Optional.of(Wording.of("here"))),
                test -> test.offices
                        .administration()
                        .changeItem(test.item(), Wording.of("茶"), Optional.empty(), Optional.empty()),
                test -> test.offices.administration().withdrawItem(test.item()),
                test -> test.offices.administration().addCampaign("c", "id = \"c\""),
                test -> test.offices.administration().inviteDevice("cafe", "till"));
    }

    private String staff() {
        return offices.administration().staff().getFirst().id();
    }

    private String item() {
        return offices.administration().items().getFirst().id();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whatCannotBeWrittenDownIsNotDone(Change change) throws Exception {
        sql("ALTER TABLE audit RENAME TO audit_away");
        var before = everything();
        Executable trying = () -> change.make(this);
        assertThrows(Exception.class, trying);
        assertEquals(before, everything());
        sql("ALTER TABLE audit_away RENAME TO audit");
        int lines = lines();
        change.make(this);
        assertTrue(lines() > lines, "written down");
    }

    @Test
    void aMerchantIsAddedWithAllItsCredentialsAndALineForEach() throws Exception {
        int before = lines();
        offices.administration().addMerchant(merchant("tea"), Map.of(Platform.WECHAT, sheet));
        assertEquals(List.of(Platform.WECHAT), offices.administration().entrusted("tea"));
        assertEquals(before + 2, lines());
    }

    private List<?> everything() {
        var administration = offices.administration();
        return List.of(
                administration.merchants(),
                administration.items(),
                administration.staff(),
                administration.campaigns(),
                administration.invitedDevices(),
                administration.entrusted("cafe"),
                administration.entrusted("tea"));
    }

    private int lines() {
        return offices.accounts().audit("main", 100).size();
    }

    private void sql(String statement) {
        offices.database().ledger(SqlBooks::new).write(books -> books.handle().execute(statement));
    }
}
