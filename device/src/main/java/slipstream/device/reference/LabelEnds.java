package slipstream.device.reference;

import java.util.List;
import java.util.function.IntUnaryOperator;
import slipstream.device.reference.text.Words;

/// Tells for places of a line, asked in their order, where a label that begins there ends.
final class LabelEnds implements IntUnaryOperator {
    private final List<Words.Found<Label>> found;
    private int next;

    LabelEnds(List<Words.Found<Label>> found) {
        this.found = found;
    }

    @Override
    public int applyAsInt(int at) {
        while (next < found.size() && found.get(next).start() < at) {
            next++;
        }
        return next < found.size() && found.get(next).start() == at
                ? found.get(next).end()
                : at;
    }
}
