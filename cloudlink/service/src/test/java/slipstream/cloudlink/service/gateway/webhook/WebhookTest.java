package slipstream.cloudlink.service.gateway.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.service.gateway.CardSlip;
import slipstream.cloudlink.service.gateway.CredentialSheet;
import slipstream.cloudlink.service.gateway.NoCredentials;
import slipstream.cloudlink.service.gateway.Notice;
import slipstream.cloudlink.service.gateway.Notices.Opened;
import slipstream.cloudlink.service.gateway.Payment.PayerId;
import slipstream.cloudlink.service.gateway.PaymentGateway.Answer;
import slipstream.cloudlink.service.gateway.PaymentState;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Platform;
import slipstream.cloudlink.service.merchant.Wording;

/// Acquirers' events: the vector published with Standard Webhooks, both kinds of keys, the window, and what is
/// refused.
class WebhookTest {
    private static final String SECRET = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final long SECONDS = 1614265330;
    private static final String PAR = "5001A1B2C3D4E5F6G7H8I9J0K1L2M";
    private static final String EVENT = """
            {"type":"payment.succeeded","timestamp":"2021-02-25T15:02:00Z","data":{"id":"txn_00012345",
             "references":[{"kind":"rrn","value":"105615123456"},{"kind":"acquirer_reference","value":"7461234"}],
             "amount":{"minorUnits":1280,"currency":"EUR"},"payer":{"par":"%s","token":"card-1"}}}""".formatted(PAR);

    @Test
    void theVectorOfStandardWebhooksIsGenuine() {
        var body = "{\"test\": 2432232314}";
        var genuine = open(body, ID, SECONDS, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assertInstanceOf(Opened.Ignored.class, genuine, "genuine, of no kind we know");
        refused(401, "no signature", open(body + " ", ID, SECONDS, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
        refused(401, "no signature", open(body, ID + "x", SECONDS, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
    }

    @Test
    void aPaymentIsToldWithItsReferencesAndThePayersPar() throws Exception {
        var told = assertInstanceOf(Opened.Told.class, signed(EVENT));
        assertEquals(ID, told.id());
        var payment = told.payment();
        assertEquals("card", payment.platform());
        assertEquals("bank/txn_00012345", payment.id());
        assertEquals(PaymentState.SUCCESSFUL, payment.state());
        assertEquals(Optional.of(new PayerId("par", PAR)), payment.payer());
        assertEquals(Optional.of(new Money(1280, "EUR")), payment.amount());
        assertTrue(payment.names().contains(new PaymentReference("card", "rrn", "105615123456")));
    }

    @Test
    void withoutParTheAcquirersTokenCountsWithinTheAcquirer() throws Exception {
        var told = assertInstanceOf(Opened.Told.class, signed(EVENT.replace("\"par\":\"" + PAR + "\",", "")));
        assertEquals(
                Optional.of(new PayerId("acquirer-bank", "card-1")),
                told.payment().payer());
    }

    @Test
    void terminalAndDayMakeACardsNumbersItsOwn() throws Exception {
        var told = assertInstanceOf(
                Opened.Told.class,
                signed(EVENT.replace(
                        "\"references\"", "\"terminal\":\"49270001\",\"day\":\"2026-11-22\",\"references\"")));
        assertEquals(
                Optional.of(new CardSlip("49270001", "2026-11-22")),
                told.payment().slip());
        refused(400, "'day'", signed(EVENT.replace("\"references\"", "\"day\":\"today\",\"references\"")));
        refused(400, "'terminal'", signed(EVENT.replace("\"references\"", "\"terminal\":\"\",\"references\"")));
        assertEquals(Optional.empty(), ((Opened.Told) signed(EVENT)).payment().slip());
    }

    @Test
    void aRefundNeedNotSayWhoHadPaid() throws Exception {
        var body = EVENT.replace("succeeded", "refunded").replaceFirst(",\"payer\":\\{.*?\\}", "");
        var told = assertInstanceOf(Opened.Told.class, signed(body));
        assertEquals(PaymentState.REFUNDED, told.payment().state());
        assertEquals("bank/txn_00012345", told.payment().id());
    }

    @ParameterizedTest
    @CsvSource({"-300, false", "-299, true", "299, true", "300, false"})
    void anEventIsFreshForLessThanFiveMinutes(long off, boolean fresh) throws Exception {
        var opened = open(EVENT, ID, SECONDS + off, "v1," + mac(ID + "." + (SECONDS + off) + "." + EVENT));
        assertEquals(fresh, opened instanceof Opened.Told);
    }

    @Test
    void ed25519SignsToo() throws Exception {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var key = publicKey(pair);
        var signature = ed25519(pair, ID + "." + SECONDS + "." + EVENT);
        assertInstanceOf(Opened.Told.class, open(key, EVENT, ID, SECONDS, "v1a," + signature));
        refused(401, "no signature", open(key, EVENT, ID, SECONDS, "v1," + signature));
        refused(401, "no signature", open(key, EVENT + " ", ID, SECONDS, "v1a," + signature));
        refused(401, "no signature", open("whsec_" + SECRET, EVENT, ID, SECONDS, "v1a," + signature));
    }

    @Test
    void ofSeveralSignaturesAndKeysOneMustMatch() throws Exception {
        var other = publicKey(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        var signature = "v1a,AAAA v1,AAAA v1," + mac(ID + "." + SECONDS + "." + EVENT);
        assertInstanceOf(Opened.Told.class, open(other + " whsec_" + SECRET, EVENT, ID, SECONDS, signature));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1", "v1,", "v1,not base64!", "WECHATPAY/SIGNTEST/x", ",", "v2,AAAA"})
    void malformedSignaturesSimplyFail(String signature) {
        refused(401, "no signature", open(EVENT, ID, SECONDS, signature));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "txn_00012345 | 4111111111111111 | looks like a card number",
                "105615123456 | 4111111111111111 | looks like a card number",
                "card-1 | 4111111111111111 | looks like a card number",
                "105615123456 | 1 | 4 to 64 letters",
                "105615123456 | 1056 1512 | 4 to 64 letters",
                "rrn | RRN | no kind",
                "5001A1B2C3D4E5F6G7H8I9J0K1L2M | 5001 | expected 29",
                "\"references\" | \"others\" | lacks its id or its references",
                "\"payer\" | \"payers\" | but not who made it",
                "\"data\" | \"date\" | lacks its id",
            })
    void whatMakesNoSenseIsSaidToTheAcquirer(String found, String replaced, String says) throws Exception {
        refused(400, says, signed(EVENT.replace(found, replaced)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{\"type\":1", "{\"data\":{\"references\":[null]}}"})
    void genuineRubbishIsRefusedWithoutFuss(String body) throws Exception {
        assertTrue(signed(body) instanceof Opened.Refused || signed(body) instanceof Opened.Ignored);
    }

    @Test
    void anIdOrTimestampThatIsNoneIsRefused() {
        refused(401, "webhook-id", open(EVENT, "", SECONDS, "v1,AAAA"));
        refused(401, "webhook-id", open(EVENT, "a b", SECONDS, "v1,AAAA"));
        refused(401, "webhook-timestamp", open(EVENT, ID, -1, "v1,AAAA"));
        refused(401, "webhook-timestamp", open(EVENT, ID, Long.MAX_VALUE, "v1,AAAA"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"whsec_", "whsec_c2hvcnQ=", "whpk_AAAA", "secret", "whsec_!!"})
    void keysThatAreNoneAreRefusedWithoutShowingThem(String key) {
        var refused = assertThrows(IllegalArgumentException.class, () -> credentials(key));
        assertTrue(refused.getMessage().contains("24 to 64 bytes"), refused.getMessage());
    }

    @Test
    void whoeverHasSuchAnAcquirerMayBeToldAMomentLater() {
        var reference = new PaymentReference("card", "rrn", "105615123456");
        assertInstanceOf(
                Answer.NotFound.class,
                new WebhookGateway(merchant -> credentials("whsec_" + SECRET)).find(merchant(), reference));
        assertInstanceOf(
                Answer.Unsupported.class,
                new WebhookGateway(merchant -> {
                            throw new NoCredentials(merchant.id(), Platform.WEBHOOK);
                        })
                        .find(merchant(), reference));
    }

    private static Opened signed(String body) throws Exception {
        return open(body, ID, SECONDS, "v1," + mac(ID + "." + SECONDS + "." + body));
    }

    private static Opened open(String body, String id, long seconds, String signature) {
        return open("whsec_" + SECRET, body, id, seconds, signature);
    }

    private static Opened open(String keys, String body, String id, long seconds, String signature) {
        var headers =
                Map.of("webhook-id", id, "webhook-timestamp", Long.toString(seconds), "webhook-signature", signature);
        var clock = Clock.fixed(Instant.ofEpochSecond(SECONDS), ZoneOffset.UTC);
        return new WebhookNotices(merchant -> credentials(keys), clock)
                .open(merchant(), new Notice(name -> Optional.ofNullable(headers.get(name)), body.getBytes(UTF_8)));
    }

    private static void refused(int status, String why, Opened opened) {
        var refused = assertInstanceOf(Opened.Refused.class, opened);
        assertTrue(refused.why().contains(why), refused.why());
        assertEquals(status, refused.status());
    }

    private static WebhookCredentials credentials(String keys) {
        return WebhookCredentials.of(new CredentialSheet(Map.of("acquirer", "bank", "keys", keys)));
    }

    private static String mac(String text) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    }

    private static String publicKey(KeyPair pair) {
        var encoded = pair.getPublic().getEncoded();
        var key = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
        return "whpk_" + Base64.getEncoder().encodeToString(key);
    }

    private static String ed25519(KeyPair pair, String text) throws Exception {
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(text.getBytes(UTF_8));
        return Base64.getEncoder().encodeToString(signature.sign());
    }

    private static Merchant merchant() {
        return new Merchant("m", Wording.of("m"), Locale.CHINESE, "main", Optional.empty());
    }
}
