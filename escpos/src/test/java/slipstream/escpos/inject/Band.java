package slipstream.escpos.inject;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import slipstream.escpos.render.Bitmap;

/// Rows that one paper has more than another.
record Band(int top, int height) {
    /// The bands that must be taken out of `marked` to get `plain`, as few as may be; null when that cannot be.
    static List<Band> added(Bitmap plain, Bitmap marked) {
        int[] from = rows(plain);
        int[] to = rows(marked);
        int more = to.length - from.length;
        if (more < 0) {
            return null;
        }
        int same = 0;
        while (same < from.length && from[same] == to[same]) {
            same++;
        }
        if (Arrays.equals(from, same, from.length, to, same + more, to.length)) {
            return more == 0 ? List.of() : List.of(new Band(same, more));
        }
        return several(from, to);
    }

    /// Fewest bands, by the number of rows added before each row.
    private static List<Band> several(int[] from, int[] to) {
        int more = to.length - from.length;
        int many = from.length + 1;
        int[][] jumped = new int[from.length + 1][more + 1];
        int[] fewest = new int[more + 1];
        Arrays.fill(fewest, many);
        fewest[0] = 0;
        for (int i = 0; i <= from.length; i++) {
            int[] next = new int[more + 1];
            int best = 0;
            for (int added = 0; added <= more; added++) {
                boolean jump = fewest[best] + 1 < fewest[added];
                jumped[i][added] = jump ? best : added;
                int bands = jump ? fewest[best] + 1 : fewest[added];
                next[added] = i == from.length || from[i] == to[i + added] ? bands : many;
                best = fewest[added] < fewest[best] ? added : best;
            }
            fewest = next;
        }
        if (fewest[more] >= many) {
            return null;
        }
        List<Band> bands = new ArrayList<>();
        int added = more;
        for (int i = from.length; i >= 0; i--) {
            int before = jumped[i][added];
            if (before < added) {
                bands.addFirst(new Band(i + before, added - before));
            }
            added = before;
        }
        return bands;
    }

    private static int[] rows(Bitmap paper) {
        int[] rows = new int[paper.height()];
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < paper.width(); x++) {
                rows[y] = 31 * rows[y] + (paper.black(x, y) ? x + 1 : 0);
            }
        }
        return rows;
    }
}
