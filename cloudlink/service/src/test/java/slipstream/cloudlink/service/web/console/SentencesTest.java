package slipstream.cloudlink.service.web.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.cloudlink.service.campaign.CampaignText;
import slipstream.cloudlink.service.web.page.Wordbook;

/// What is wrong with a campaign is said in Chinese to who reads Chinese.
class SentencesTest {
    private static final Wordbook BOOK = new Wordbook(Sentences.class);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "circle = 'main'                       | 活动全文：缺少“id”",
                "id = 'x'\\ncolour = 'red'             | 活动全文第 2 行：没有“colour”这一项",
                "id = 'x'\\npriority = 'high'          | 活动全文第 2 行：“priority”为 'high'，应为：0 到 1000 的整数",
                "id = 'x'\\npayers = ['old']           | 活动全文第 2 行：“payers”为 'old'，应为：new、member 或 lapsed",
                "id = 'x'\\n[when]\\nhours = ['noon']  | 活动全文第 3 行：“when.hours”为 'noon'，应为：时段，如 14:00-17:30",
                "id = 'x'\\n[amount]\\nleast = ['9']   | 活动全文第 3 行：“amount.least”为 '9'，应为：币种加金额，如 CNY 20.00",
                "id = 'A B'                            | 活动全文：“A B”应为 1 到 32 个小写字母、数字或连字符",
            })
    void whatIsWrongWithACampaignIsSaidInChinese(String text, String sentence) {
        var refusal = refusal(text.replace("\\n", "\n"));
        var said = Sentences.of(refusal, BOOK.in(Locale.CHINESE));
        assertTrue(said.startsWith(sentence), said);
        assertEquals(refusal.getMessage(), Sentences.of(refusal, BOOK.in(Locale.ENGLISH)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rewards = 1",
                "items = 'x'",
                "offer = ['all']",
                "[link]\nfor = 'all'",
                "[when]\nzone = 'Mars'",
                "[when]\nfrom = 'soon'",
                "[when]\ndays = ['someday']",
                "[when]\nfrom = '2026-12-02'\nuntil = '2026-12-01'",
                "[caps]\ntotal = 0",
                "[block]\nlines = 9",
            })
    void noSentenceAboutACampaignsValuesStaysEnglish(String text) {
        var said = Sentences.chinese(refusal("id = 'x'\n" + text).getMessage());
        assertFalse(Pattern.compile("expected| is |such as").matcher(said).find(), said);
    }

    @Test
    void aSentenceThatNoLineFitsStaysAsItIs() {
        assertEquals("the moon is full", Sentences.chinese("the moon is full"));
    }

    private static IOException refusal(String text) {
        return assertThrows(IOException.class, () -> CampaignText.read("definition", text));
    }
}
