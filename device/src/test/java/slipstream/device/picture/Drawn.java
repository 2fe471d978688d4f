package slipstream.device.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import slipstream.device.Job;
import slipstream.escpos.codec.CommandDecoder;
import slipstream.escpos.command.Grammar;

/// A receipt drawn as a picture, and a reader that knows what its lines say.
///
/// Needs the fonts.
public final class Drawn {
    private static final long CLEAR = 1;

    private final Picture picture;
    private final Map<Integer, String> texts;

    private Drawn(Picture picture, Map<Integer, String> texts) {
        this.picture = picture;
        this.texts = texts;
    }

    /// Draws `lines` clearly on paper for 576 dots.
    public static Drawn of(String... lines) {
        Map<Integer, String> texts = new HashMap<>();
        for (String text : lines) {
            Band line = lines(Picture.of(List.of(text), 576, CLEAR)).getFirst();
            for (View view : View.values()) {
                texts.put(Arrays.hashCode(view.of(line).grey()), text);
            }
        }
        return new Drawn(Picture.of(List.of(lines), 576, CLEAR), texts);
    }

    /// The lines of `picture`.
    static List<Band> lines(Picture picture) {
        return bands(PictureJob.of(picture, 0)).stream()
                .flatMap(band -> Lines.of(band).stream())
                .toList();
    }

    /// The bands of what a POS sends.
    static List<Band> bands(byte[] job) {
        List<Band> bands = new ArrayList<>();
        var strips = new Strips(new BandFinder(bands::add));
        new CommandDecoder(Grammar.ESC_POS, strips).feed(job, 0, job.length);
        strips.over();
        return bands;
    }

    /// The strips that print it, without a cut.
    public byte[] strips() {
        Job job = Job.begin();
        PictureJob.add(job, picture, 2);
        return job.bytes();
    }

    /// Says of each page which of the lines it is, and nothing of other pages.
    public TextReader reader() {
        return (model, pages) -> pages.stream().map(this::text).toList();
    }

    /// What the page says.
    public String text(Page page) {
        return texts.getOrDefault(Arrays.hashCode(page.grey()), "");
    }
}
