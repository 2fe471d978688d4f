package slipstream.cloudlink.service.web.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// What operators do in the console, as HTTP.
class ConsoleTest extends AtTheDesk {
    @Test
    void everyPageOfTheMenuOpensInBothLanguages() {
        for (var page : new String[] {
            "overview", "circle", "campaigns", "merchants", "items", "devices", "users", "tokens", "audit", "exports"
        }) {
            for (var language : new String[] {"en", "zh"}) {
                var response = anna.get("/console/" + page + "?lang=" + language);
                assertEquals(200, response.statusCode(), page + ": " + response.body());
                assertTrue(response.body().contains("<html lang=\"" + language), page);
                assertTrue(response.body().length() < 100_000, page + " is small");
            }
        }
        for (var form : new String[] {"campaigns", "merchants", "items", "devices", "users", "tokens"}) {
            assertEquals(200, anna.get("/console/" + form + "/new").statusCode(), form);
        }
    }

    @Test
    void aCampaignIsPreviewedAddedShownAndStopped() {
        anna.get("/console/campaigns/new");
        var fields = new String[] {"id", "autumn", "payers", "member", "offer", "own", "controlPercent", "20"};
        var preview =
                anna.post("/console/campaigns", "id", "autumn", "payers", "member", "offer", "own", "preview", "yes");
        assertEquals(200, preview.statusCode());
        assertTrue(preview.body().contains("data:image/png;base64,iVBOR"), "a receipt is drawn");
        var added = anna.post("/console/campaigns", fields);
        assertEquals(303, added.statusCode(), added.body());
        var shown = anna.get("/console/campaigns/autumn");
        assertTrue(shown.body().contains("control-percent &#x3D; 20"));
        assertTrue(shown.body().contains("data:image/png;base64,iVBOR"));
        assertEquals(303, anna.post("/console/campaigns/autumn/stop").statusCode());
        assertTrue(anna.get("/console/campaigns/autumn?lang=en").body().contains("stopped"));
        assertEquals(404, anna.post("/console/campaigns/autumn/stop").statusCode(), "once");
    }

    @Test
    void whatIsWrongWithACampaignIsSaidInASentence() {
        anna.get("/console/campaigns/new");
        var wrong = anna.post("/console/campaigns", "id", "bad", "least", "twenty");
        assertEquals(400, wrong.statusCode());
        assertTrue(wrong.body().contains("such as CNY 20.00"), wrong.body());
        assertTrue(wrong.body().contains("value=\"twenty\""), "what was typed is still there");
    }

    @Test
    void merchantsAndItemsAreAddedAndMerchantsChanged() {
        anna.get("/console/merchants/new");
        assertEquals(
                303,
                anna.post("/console/merchants", "id", "noodles", "title", "面馆", "language", "zh", "group", "food")
                        .statusCode());
        assertEquals(
                303,
                anna.post("/console/merchants/noodles", "title", "老面馆", "language", "zh", "group", "")
                        .statusCode());
        assertTrue(anna.get("/console/merchants/noodles").body().contains("老面馆"));
        anna.get("/console/items/new");
        assertEquals(
                303,
                anna.post("/console/items", "merchant", "noodles", "title", "牛肉面", "validDays", "7")
                        .statusCode());
        assertTrue(anna.get("/console/items").body().contains("牛肉面"));
    }
}
