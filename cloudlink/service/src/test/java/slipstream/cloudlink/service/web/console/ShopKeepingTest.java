package slipstream.cloudlink.service.web.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.service.IdentificationService;
import slipstream.cloudlink.service.account.AuditEntry;
import slipstream.cloudlink.service.gateway.CredentialSheet;
import slipstream.cloudlink.service.item.VirtualItem;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Platform;
import slipstream.cloudlink.service.merchant.Wording;
import slipstream.cloudlink.service.staff.StaffDoor.Entry;
import slipstream.cloudlink.service.town.MovableClock;
import slipstream.cloudlink.service.town.Town;

/// What a shop is kept with from the console: credentials, staff, prices, its address, and what was done.
class ShopKeepingTest {
    /// Stands still unless it is moved: minutes pass here only when a test says so.
    private static final MovableClock CLOCK = MovableClock.standing();

    /// Each costs as much as a right password.
    private static final int MOST_GUESSES = 10;

    @TempDir
    static Path directory;

    private static Town town;
    private static People people;
    private static Visitor operator;
    private static Visitor merchant;

    @BeforeAll
    static void open() throws Exception {
        town = new Town(directory, CLOCK);
        town.service.close();
        town.service = IdentificationService.start(town.configuration.withWrongGuesses(MOST_GUESSES), CLOCK);
        people = new People(town, CLOCK);
        operator = people.operator("anna");
        merchant = people.merchant("shu", "books");
    }

    @AfterAll
    static void close() {
        operator.close();
        merchant.close();
        people.close();
        town.close();
    }

    @Test
    void credentialsAreSealedAtOnceAndNeverShownAgain() throws Exception {
        var administration = town.service.administration();
        administration.addMerchant(new Merchant("kiosk", Wording.of("小铺"), Locale.CHINESE, "main", Optional.empty()));
        var values = CredentialSheet.read(town.wechat.credentials().get(Town.MCHIDS.get("bare")))
                .values();
        var sheet = values.entrySet().stream()
                .map(entry -> entry.getKey() + " = '''" + entry.getValue() + "'''\n")
                .collect(Collectors.joining());
        var secrets = values.entrySet().stream()
                .filter(entry ->
                        entry.getKey().contains("key") && entry.getValue().length() > 30)
                .map(entry -> entry.getValue().lines().skip(1).findFirst().orElse(entry.getValue()))
                .toList();
        assertFalse(secrets.isEmpty());
        var torn = entrust("kiosk", sheet.replaceFirst("(?m)^mchid = .*$", "mchid = \"x\""));
        assertEquals(400, torn.statusCode());
        assertTrue(torn.body().contains("role=\"alert\""), "it is said what is wrong");
        hides(torn, secrets);
        var named = entrust("kiosk", "key-file = \"/etc/passwd\"");
        assertTrue(named.body().contains("names a file"), named.body());
        assertEquals(List.of(), administration.entrusted("kiosk"));
        assertEquals(303, entrust("kiosk", sheet).statusCode());
        assertEquals(List.of(Platform.WECHAT), administration.entrusted("kiosk"));
        var list = operator.get("/console/credentials");
        assertTrue(list.body().contains("kiosk") && list.body().contains("WeChat Pay"));
        hides(list, secrets);
        hides(operator.get("/console/export/credentials.csv"), secrets);
        assertTrue(audit("merchant entrust").stream()
                .anyMatch(entry -> entry.subject().equals("kiosk")));
        merchant.get("/console/credentials/new");
        var foreign = merchant.post("/console/credentials", "merchant", "kiosk", "platform", "wechat", "sheet", sheet);
        assertEquals(400, foreign.statusCode(), "a shop entrusts only its own");
    }

    private static HttpResponse<String> entrust(String shop, String sheet) {
        operator.get("/console/credentials/new");
        return operator.post("/console/credentials", "merchant", shop, "platform", "wechat", "sheet", sheet);
    }

    private static void hides(HttpResponse<String> page, List<String> secrets) {
        secrets.forEach(secret -> assertFalse(page.body().contains(secret), "a secret is shown"));
    }

    @Test
    void aWithdrawnItemIsOnNoNewLinkWhileLinksAndVouchersThereStayGood() {
        merchant.get("/console/items/new");
        var wrong = merchant.post("/console/items", "title", "书签", "validDays", "9", "price", "nine");
        assertEquals(400, wrong.statusCode());
        assertTrue(wrong.body().contains("CNY 9.90"), wrong.body());
        assertEquals(
                303,
                merchant.post("/console/items", "title", "书签", "validDays", "9", "price", "CNY 9.90")
                        .statusCode());
        var item = item("书签");
        assertEquals(990, item.price().orElseThrow().minorUnits());
        assertTrue(merchant.get("/console/items").body().contains("CNY 9.90"));
        var link = town.link("books", "reader");
        assertEquals(
                303, merchant.post("/console/items/" + item.id() + "/withdraw").statusCode());
        assertEquals(
                404, merchant.post("/console/items/" + item.id() + "/withdraw").statusCode(), "once");
        assertEquals(1, audit("item withdraw").size());
        try (var phone = Town.phone();
                var later = Town.phone()) {
            assertTrue(Town.claim(phone, link, item.id()).body().contains("书签"), "its link stays good");
            assertTrue(Town.get(phone, link).body().contains("书签"), "its voucher stays good");
            var next = Town.get(later, town.link("books", "another reader")).body();
            assertTrue(next.contains("全场图书九折"), next);
            assertFalse(next.contains("书签"), next);
        }
    }

    @Test
    void newWordsAndANewPriceHoldFromNowOnAndOrdersKeepTheirs() throws Exception {
        var administration = town.service.administration();
        var id = administration.addItem(
                "books", Wording.of("旧名"), Optional.empty(), 9, Optional.empty(), Optional.of(new Money(990, "CNY")));
        merchant.get("/console/items/" + id);
        var at = "/console/items/" + id;
        assertEquals(400, merchant.post(at, "title", "", "price", "CNY 1.00").statusCode());
        assertEquals(
                303,
                merchant.post(at, "title", "新名", "titleEnglish", "New name", "price", "CNY 12.00")
                        .statusCode());
        var item = item("新名");
        assertEquals("New name", item.title().english());
        assertEquals(Optional.of(new Money(1200, "CNY")), item.price());
        assertEquals(9, item.validDays());
        assertEquals(303, merchant.post(at, "title", "新名").statusCode());
        assertEquals(Optional.empty(), item("新名").price(), "given away only");
        assertEquals(2, audit("item change").size());
        try (var neighbour = people.merchant("tian", "tea")) {
            neighbour.get("/console/items/new");
            assertEquals(404, neighbour.post(at, "title", "mine").statusCode());
        }
        administration.withdrawItem(id);
    }

    @Test
    void aShopChangesItsOwnWordsAddressAndCopiesButNotItsGroup() throws Exception {
        try (var shop = people.merchant("ming", "coffee")) {
            var at = "/console/merchants/coffee";
            var form = shop.get(at).body();
            assertTrue(form.contains("name=\"address\"") && form.contains("name=\"copies\""), form);
            assertFalse(form.contains("name=\"group\""), form);
            assertEquals(400, shop.post(at, "address", "x").statusCode(), "a shop has a name");
            var mine = List.of("title", "山上咖啡", "english", "Hilltop", "address", "山路 2 号", "group", "books");
            assertEquals(303, shop.post(at, mine.toArray(String[]::new)).statusCode());
            var coffee = town.service.administration().merchant("coffee").orElseThrow();
            var changed = new Merchant(
                    "coffee",
                    new Wording("山上咖啡", "Hilltop"),
                    Locale.CHINESE,
                    "main",
                    Optional.of("drinks"),
                    Optional.of(Wording.of("山路 2 号")));
            assertEquals(changed, coffee);
            assertEquals(
                    303,
                    shop.post(at, "title", "山上咖啡", "english", "Hilltop", "address", "山路 2 号", "copies", "on")
                            .statusCode());
            assertEquals(
                    Optional.of(changed.withCopies(true)),
                    town.service.administration().merchant("coffee"));
            assertEquals(
                    404,
                    shop.post("/console/merchants/tea", "title", "x").statusCode(),
                    "another shop is none of its business");
        }
    }

    @Test
    void aSheetAndTheFilesItNamesAreSentTogether() throws Exception {
        var administration = town.service.administration();
        administration.addMerchant(new Merchant("stand", Wording.of("摊"), Locale.CHINESE, "main", Optional.empty()));
        var sheet = town.wechat.credentials().get(Town.MCHIDS.get("bare"));
        operator.get("/console/credentials/new");
        var without = operator.upload(
                "/console/credentials", List.of(sheet), "merchant", "stand", "platform", "wechat", "sheet", "");
        assertEquals(400, without.statusCode());
        assertTrue(without.body().contains("-file"), without.body());
        try (var files = Files.walk(sheet.getParent().getParent(), 2)) {
            var all = files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("wechat.toml") || file.equals(sheet))
                    .filter(file -> file.getParent().equals(sheet.getParent())
                            || file.toString().contains("pub_key"))
                    .toList();
            var sent = operator.upload(
                    "/console/credentials", all, "merchant", "stand", "platform", "wechat", "sheet", "");
            assertEquals(303, sent.statusCode(), sent.body());
        }
        assertEquals(List.of(Platform.WECHAT), administration.entrusted("stand"));
    }

    private static VirtualItem item(String title) {
        return town.service.administration().items().stream()
                .filter(item -> item.title().text().equals(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void linkAndPinOfStaffAreShownOnceAndEndWhenRevoked() {
        merchant.get("/console/staff/new");
        assertEquals(
                400,
                merchant.post("/console/staff", "merchant", "tea", "name", "x").statusCode(),
                "a shop lets in only its own");
        var told = merchant.post("/console/staff", "name", "前台");
        assertEquals(201, told.statusCode());
        var found = Pattern.compile("/staff/in/([0-9A-Za-z]+)</p><p class=\"secret\">([0-9]{6})<")
                .matcher(told.body());
        assertTrue(found.find(), told.body());
        var door = people.offices().staff();
        var entered = assertInstanceOf(Entry.Entered.class, door.enter(found.group(1), found.group(2)));
        var list = merchant.get("/console/staff").body();
        assertTrue(list.contains("前台"));
        assertFalse(list.contains(found.group(1)) || list.contains(found.group(2)), "shown once");
        var id = door.present(entered.session()).orElseThrow().id();
        assertEquals(303, merchant.post("/console/staff/" + id + "/dismiss").statusCode());
        assertEquals(Optional.empty(), door.present(entered.session()));
        assertInstanceOf(Entry.Refused.class, door.enter(found.group(1), found.group(2)));
        assertEquals(1, audit("staff add").size());
        assertEquals(Optional.of("main"), audit("staff revoke").getFirst().circle());
    }

    @Test
    void theAddressIsOnTheNextVoucherAndCanBeTakenAway() {
        change("address", "江边路 1 号", "addressEnglish", "1 River Road");
        assertEquals(
                Optional.of(new Wording("江边路 1 号", "1 River Road")),
                town.service.administration().merchant("tea").orElseThrow().address());
        try (var phone = Town.phone()) {
            var link = town.link("tea", "thirsty");
            var item = item("满 30 减 10");
            assertTrue(Town.claim(phone, link, item.id()).body().contains("江边路 1 号"));
        }
        change("address", "", "addressEnglish", "");
        assertEquals(
                Optional.empty(),
                town.service.administration().merchant("tea").orElseThrow().address());
    }

    @Test
    void copiesOfReceiptsAreOffUntilTheyAreSwitchedOn() throws Exception {
        assertFalse(copies());
        change("copies", "on");
        assertTrue(copies());
        assertTrue(operator.get("/console/merchants/tea").body().contains("value=\"on\" checked"));
        town.service.administration().locate("tea", Optional.of(new Wording("江边路 1 号", "")));
        assertTrue(copies(), "a new address changes nothing else");
        change();
        assertFalse(copies());
        assertEquals(
                1,
                audit("merchant change").stream()
                        .filter(entry -> entry.subject().equals("tea"))
                        .filter(entry -> entry.detail().endsWith(", copies of receipts on"))
                        .count());
    }

    private static boolean copies() {
        return town.service.administration().merchant("tea").orElseThrow().copies();
    }

    private static void change(String... address) {
        operator.get("/console/merchants/tea");
        var fields = new ArrayList<>(List.of("title", "茶语时光", "english", "Tea Time", "language", "zh"));
        fields.addAll(List.of("group", "drinks"));
        fields.addAll(List.of(address));
        assertEquals(
                303,
                operator.post("/console/merchants/tea", fields.toArray(String[]::new))
                        .statusCode());
    }

    @Test
    void theAuditLogIsReadInPages() throws Exception {
        for (int i = 0; i < 120; i++) {
            people.accounts().addToken("anna", "page " + i, 1);
        }
        var seen = new HashSet<String>();
        var first = operator.get("/console/audit").body();
        assertTrue(first.contains("rel=\"next\""), "more follow");
        assertEquals(100, rows(first));
        for (var page : List.of(first, operator.get("/console/audit?page=2").body())) {
            var label = Pattern.compile("page [0-9]+<").matcher(page);
            while (label.find()) {
                assertTrue(seen.add(label.group()), "once: " + label.group());
            }
        }
        assertEquals(120, seen.size());
        assertEquals(0, rows(operator.get("/console/audit?page=99").body()));
        assertEquals(100, rows(operator.get("/console/audit?page=-1").body()), "no such page: the first");
    }

    private static int rows(String page) {
        return page.split("<tr>", -1).length - (page.contains("<thead>") ? 2 : 1);
    }

    private static List<AuditEntry> audit(String action) {
        return people.accounts().audit("main", 1000).stream()
                .filter(entry -> entry.action().equals(action))
                .toList();
    }

    @Test
    void anAddressThatFailsTooOftenIsToldNothingForAWhile() {
        try (var guesser = new Visitor(town)) {
            guesser.get("/console/sign-in");
            for (int i = 0; i < MOST_GUESSES; i++) {
                assertEquals(401, signIn(guesser, "203.0.113.7", "nobody-" + i).statusCode());
            }
            assertEquals(429, signIn(guesser, "203.0.113.7", "nobody").statusCode());
            assertEquals(401, signIn(guesser, "203.0.113.8", "nobody").statusCode(), "others are not slowed down");
            CLOCK.moveAhead(Duration.ofMinutes(1));
            assertEquals(401, signIn(guesser, "203.0.113.7", "nobody").statusCode(), "not for ever");
        }
    }

    private static HttpResponse<String> signIn(Visitor visitor, String address, String name) {
        var fields = new String[] {"form", visitor.token(), "name", name, "password", "a guess", "code", ""};
        return visitor.send(visitor.request("/console/sign-in", fields)
                .header("X-Forwarded-For", address)
                .build());
    }
}
