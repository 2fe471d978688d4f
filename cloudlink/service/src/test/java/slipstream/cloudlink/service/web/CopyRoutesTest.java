package slipstream.cloudlink.service.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipstream.cloudlink.protocol.CopyAnswer;
import slipstream.cloudlink.protocol.CopyName;
import slipstream.cloudlink.protocol.CopyReport;
import slipstream.cloudlink.protocol.Messages;
import slipstream.cloudlink.service.copy.Copies;
import slipstream.cloudlink.service.town.MovableClock;
import slipstream.cloudlink.service.town.Town;

/// A payer asks for a copy of a receipt, and the shop's box hands it in.
class CopyRoutesTest {
    private static final String RECEIPT = "拾光书店\n<script>alert(1)</script>\n合计        12.80";

    private final Contract contract = new Contract();
    private final MovableClock clock = new MovableClock();

    @TempDir
    Path directory;

    private Town town;
    private HttpClient phone;
    private HttpClient other;

    @BeforeEach
    void open() throws Exception {
        town = new Town(directory, clock);
        phone = Town.phone();
        other = Town.phone();
    }

    @AfterEach
    void close() {
        phone.close();
        other.close();
        town.close();
    }

    @Test
    void whoClaimedTheLinkGetsTheReceiptAndNobodyElseDoes() throws Exception {
        switched(true);
        var link = claimed();
        assertTrue(Town.get(phone, link).body().contains("/receipt?lang="), "there is a button");
        assertTrue(look(phone, link).body().contains("获取副本"));
        assertEquals(List.of(), tell("books", CopyReport.QUESTION).wanted());

        assertEquals(404, press(other, link).statusCode());
        assertEquals(List.of(), tell("books", CopyReport.QUESTION).wanted(), "others cannot even ask");
        var asked = press(phone, link);
        assertEquals(303, asked.statusCode());
        assertTrue(asked.headers().firstValue("Location").orElse("").endsWith("/receipt?lang=zh"));
        var fetching = look(phone, link);
        assertEquals("5", fetching.headers().firstValue("Refresh").orElse(""));
        assertEquals(404, download(phone, link).statusCode(), "not there yet");

        var name = CopyName.of(token(link));
        assertEquals(new CopyAnswer(true, List.of(name)), tell("books", CopyReport.QUESTION));
        assertEquals(CopyAnswer.OFF, tell("coffee", new CopyReport(name, "of another shop")));
        assertEquals(new CopyAnswer(true, List.of()), tell("books", new CopyReport(name, RECEIPT)));
        tell("books", new CopyReport(name, "something else"));

        var page = look(phone, link);
        assertTrue(page.body().contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "text, not a page");
        assertFalse(page.body().contains("<script"), "whatever a box has sent");
        assertTrue(page.headers().firstValue("Refresh").isEmpty());
        var file = download(phone, link);
        assertEquals(RECEIPT + "\n", file.body());
        var headers = file.headers();
        assertEquals(
                "text/plain; charset=utf-8", headers.firstValue("Content-Type").orElse(""));
        assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElse(""));
        assertEquals("no-store", headers.firstValue("Cache-Control").orElse(""));
        assertTrue(headers.firstValue("Content-Disposition").orElse("").startsWith("attachment"));
        for (var theirs : List.of(look(other, link), download(other, link), press(other, link))) {
            assertEquals(404, theirs.statusCode());
            assertFalse(theirs.body().contains("拾光"));
        }
        assertEquals(303, press(phone, link).statusCode(), "asking again changes nothing");
        assertEquals(List.of(), tell("books", CopyReport.QUESTION).wanted());
    }

    @Test
    void whereTheMerchantWantsNoCopiesThereIsNoButtonAndNothingIsTaken() throws Exception {
        var link = claimed();
        assertFalse(Town.get(phone, link).body().contains("/receipt"), "no button");
        assertEquals(404, press(phone, link).statusCode());
        assertEquals(404, look(phone, link).statusCode());
        assertEquals(CopyAnswer.OFF, tell("books", CopyReport.QUESTION));
        switched(true);
        press(phone, link);
        switched(false);
        var name = CopyName.of(token(link));
        assertEquals(CopyAnswer.OFF, tell("books", new CopyReport(name, RECEIPT)));
        switched(true);
        assertEquals(404, download(phone, link).statusCode(), "it was thrown away");
    }

    @Test
    void whenNoBoxHasItThePageSaysSoAndOneMayAskAgain() throws Exception {
        switched(true);
        var link = claimed();
        press(phone, link);
        clock.moveAhead(Copies.PATIENCE);
        assertTrue(look(phone, link).body().contains("商户已没有这张小票"));
        assertEquals(List.of(), tell("books", CopyReport.QUESTION).wanted());
        var name = CopyName.of(token(link));
        tell("books", new CopyReport(name, RECEIPT));
        assertTrue(look(phone, link).body().contains("商户已没有这张小票"), "too late");
        press(phone, link);
        assertEquals(List.of(name), tell("books", CopyReport.QUESTION).wanted());
        tell("books", new CopyReport(name, RECEIPT));
        assertEquals(RECEIPT + "\n", download(phone, link).body());
    }

    @Test
    void deletingWhatIsKeptAboutThePayerDeletesTheCopy() throws Exception {
        switched(true);
        var link = claimed();
        press(phone, link);
        tell("books", new CopyReport(CopyName.of(token(link)), RECEIPT));
        var data = Town.get(phone, URI.create(link + "/me/data?lang=en"));
        assertTrue(data.body().contains("Copies of receipts"), data.body());
        assertFalse(data.body().contains("sealed"));
        assertEquals(200, download(phone, link).statusCode());
        var deleted = post(phone, URI.create(link + "/me/delete?lang=en"));
        assertEquals(200, deleted.statusCode(), deleted.body());
        assertEquals(404, download(phone, link).statusCode());
    }

    @Test
    void whatIsNoCopyIsRefusedInOneSentence() throws Exception {
        switched(true);
        var name = "0".repeat(64);
        for (var report : List.of(
                new CopyReport("0", "text"),
                new CopyReport(null, "text"),
                new CopyReport(name, null),
                new CopyReport(name, ""),
                new CopyReport(name, "a\u0000b"),
                new CopyReport(name, "\u202eabc"),
                new CopyReport(name, "x\n".repeat(10_000)))) {
            assertEquals(400, send("books", report).statusCode(), report.toString());
        }
        assertEquals(
                413, send("books", new CopyReport(name, "x".repeat(200_000))).statusCode());
    }

    private void switched(boolean on) throws Exception {
        var administration = town.service.administration();
        administration.changeMerchant(
                administration.merchant("books").orElseThrow().withCopies(on));
    }

    /// The link of a receipt of the bookshop, claimed with the phone.
    private URI claimed() {
        var link = town.link("books", "reader");
        assertEquals(200, Town.claim(phone, link, "").statusCode());
        return link;
    }

    private static String token(URI link) {
        var path = link.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private HttpResponse<String> look(HttpClient who, URI link) {
        return conforming("get", "", Town.get(who, URI.create(link + "/receipt?lang=zh")));
    }

    private HttpResponse<String> download(HttpClient who, URI link) {
        return conforming("get", ".txt", Town.get(who, URI.create(link + "/receipt.txt")));
    }

    private HttpResponse<String> press(HttpClient who, URI link) {
        return conforming("post", "", post(who, URI.create(link + "/receipt?lang=zh")));
    }

    private HttpResponse<String> conforming(String method, String ending, HttpResponse<String> answer) {
        contract.conforms("/C/{token}/receipt" + ending, method, answer);
        return answer;
    }

    private static HttpResponse<String> post(HttpClient who, URI uri) {
        return Town.send(
                who,
                HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.noBody())
                        .build());
    }

    private CopyAnswer tell(String shop, CopyReport report) {
        var answer = send(shop, report);
        assertEquals(200, answer.statusCode(), answer.body());
        return Messages.COPY_ANSWER.read(answer.body());
    }

    private HttpResponse<String> send(String shop, CopyReport report) {
        var answer = town.ask(shop, "/v1/copies", Messages.COPY_REPORT.write(report));
        contract.conforms("/v1/copies", "post", answer);
        return answer;
    }
}
