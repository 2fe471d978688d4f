package slipstream.device.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {
    private static final String NUMBER = "4200001234202611221234567890";

    @Test
    void aNumberThatBothModelsReadStays() {
        assertEquals("交易单号:" + NUMBER, text(List.of("交易单号:" + NUMBER), List.of("BS:" + NUMBER)));
    }

    @Test
    void blanksWithinANumberMakeNoDifference() {
        assertEquals(NUMBER, text(List.of(NUMBER), List.of("42000012342026 1122 1234567890")));
    }

    @Test
    void whatEnglishMakesOfALabelIsNotTheNumbers() {
        assertEquals("单号" + NUMBER, text(List.of("单号" + NUMBER), List.of("88" + NUMBER)));
    }

    @Test
    void aNumberReadInTwoWaysIsStars() {
        assertEquals("单号:" + "*".repeat(28), text(List.of("单号:" + NUMBER), List.of(NUMBER.replace("678", "673"))));
    }

    @Test
    void aNumberThatOneModelCutsShortIsStars() {
        assertEquals("商户单号:" + "*".repeat(16), text(List.of("商户单号:2026112200001234"), List.of("20261122000012345")));
        assertEquals("商户单号:" + "*".repeat(16), text(List.of("商户单号:2026112200001234"), List.of("12026112200001234")));
    }

    @Test
    void theRestOfANumberIsReadTwiceHoweverShort() {
        assertEquals("**", text(List.of("7"), List.of("1")));
        assertEquals("57", text(List.of("57"), List.of("57")));
    }

    @Test
    void anotherViewMaySettleIt() {
        var agreement = new Agreement(count -> new int[0]);
        agreement.add(Model.CHINESE, "参考号:123456789O12");
        agreement.add(Model.ENGLISH, "123456789012");
        agreement.add(Model.ENGLISH, "123456789012");
        assertEquals(true, agreement.open());
        agreement.add(Model.CHINESE, "参考号:123456789012");
        assertEquals(false, agreement.open());
        assertEquals("参考号:123456789012", agreement.text());
    }

    @Test
    void theOtherModelsMaySettleWhatTheChineseOneMisreads() {
        var agreement = new Agreement(count -> new int[0]);
        agreement.add(Model.CHINESE, "单号:42OOOO1234Z0261122123A567890");
        agreement.add(Model.ENGLISH, "BS: " + NUMBER);
        agreement.add(Model.ENGLISH, NUMBER);
        assertEquals(true, agreement.open());
        agreement.add(Model.GERMAN, NUMBER);
        assertEquals(false, agreement.open());
        assertEquals("单号:" + NUMBER, agreement.text());
    }

    @Test
    void anEnglishReadingThatChangesWithTheViewNeedsBothOthers() {
        var agreement = new Agreement(count -> new int[0]);
        agreement.add(Model.CHINESE, NUMBER);
        agreement.add(Model.ENGLISH, NUMBER);
        agreement.add(Model.ENGLISH, NUMBER.replace("0000", "0800"));
        assertEquals("*".repeat(28), agreement.text());
        agreement.add(Model.GERMAN, NUMBER);
        assertEquals(NUMBER, agreement.text());
    }

    @Test
    void lettersAmongDigitsAreNeverBelieved() {
        var agreement = new Agreement(count -> new int[0]);
        for (Model model : Model.values()) {
            agreement.add(model, "SIHI20261122");
            agreement.add(model, "SIHI20261122");
        }
        assertEquals("*".repeat(12), agreement.text());
    }

    @Test
    void digitsThatLookUnlikeAreNotOne() {
        var agreement = new Agreement(count -> new int[] {0, 1, 2, 3, 4, 3});
        for (Model model : Model.values()) {
            agreement.add(model, "751888");
            agreement.add(model, "751888");
        }
        assertEquals("******", agreement.text());
    }

    @Test
    void digitsThatLookAlikeSettleWhatIsReadInManyWays() {
        var agreement = new Agreement(count ->
                count == NUMBER.length() ? NUMBER.chars().map(NUMBER::indexOf).toArray() : new int[0]);
        agreement.add(Model.CHINESE, "交易单号:" + NUMBER.replace("0000", "0800"));
        agreement.add(Model.ENGLISH, NUMBER.replace("0000", "0080"));
        agreement.add(Model.ENGLISH, NUMBER.replace("2026", "2826"));
        agreement.add(Model.GERMAN, NUMBER.replace("890", "898"));
        assertEquals(false, agreement.open());
        assertEquals("交易单号:" + NUMBER, agreement.text());
    }

    @Test
    void twoViewsByOneModelAreOneReading() {
        assertEquals("单号:" + "*".repeat(28), text(List.of("单号:" + NUMBER, "单号:" + NUMBER), List.of()));
    }

    @Test
    void shortNumbersStayAsTheyWereRead() {
        assertEquals("合计 128.50", text(List.of("合计 128.50"), List.of()));
    }

    private static String text(List<String> chinese, List<String> english) {
        var agreement = new Agreement(count -> new int[0]);
        chinese.forEach(reading -> agreement.add(Model.CHINESE, reading));
        for (View view : View.values()) {
            english.forEach(reading -> agreement.add(Model.ENGLISH, reading));
        }
        return agreement.text();
    }
}
