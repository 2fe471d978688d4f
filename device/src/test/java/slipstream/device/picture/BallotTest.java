package slipstream.device.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class BallotTest {
    private static final String NUMBER = "4200001234202611221234567890";

    @Test
    void likeDigitsDecideTogether() {
        List<String> votes = List.of(
                NUMBER.replace("0000", "0800"),
                NUMBER.replace("0000", "0008"),
                NUMBER.replace("890", "898"),
                NUMBER.replace("2026", "2826"));
        assertEquals(NUMBER, new Ballot(firsts(NUMBER), votes).number());
    }

    @Test
    void twoShapesAreNotTheSameDigit() {
        String read = "751888";
        assertNull(new Ballot(firsts("751808"), List.of(read, read, read, read)).number());
    }

    @Test
    void aPlaceThatAllReadAlikeIsNotOverruled() {
        String read = "488388";
        assertNull(new Ballot(firsts("488888"), List.of(read, read, read, read, read)).number());
        String longer = NUMBER.replace("123", "128");
        assertNull(new Ballot(firsts(longer), List.of(NUMBER, NUMBER, NUMBER, NUMBER)).number());
    }

    @Test
    void whatIsDisputedIsNoNumber() {
        List<String> votes = List.of("123456", "123456", "123458", "123458");
        assertNull(new Ballot(firsts("123456"), votes).number());
    }

    @Test
    void inAShortNumberAShapeNeedsNearlyAllVotes() {
        List<String> votes = List.of("100200", "180200", "180280", "108200");
        assertNull(new Ballot(firsts("100200"), votes).number());
    }

    private static int[] firsts(String number) {
        return number.chars().map(number::indexOf).toArray();
    }
}
