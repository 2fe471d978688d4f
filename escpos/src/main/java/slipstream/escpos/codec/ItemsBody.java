package slipstream.escpos.codec;

import slipstream.escpos.command.Grammar;
import slipstream.escpos.command.Shape;

/// Items, each with a head of its own that counts its data: `ESC &`, `FS q`.
final class ItemsBody implements Body {
    private final BodyTeller teller;
    private final byte[] head = new byte[Grammar.LONGEST_HEAD];
    private final byte[] item = new byte[Grammar.LONGEST_HEAD];
    private Shape.Items shape;
    private int itemsLeft;
    private int itemHeld;
    private long dataLeft;

    ItemsBody(BodyTeller teller) {
        this.teller = teller;
    }

    /// @param items how many items follow, 1 or more
    ItemsBody of(Shape.Items items, Head command, int count) {
        shape = items;
        System.arraycopy(command.bytes(), 0, head, 0, command.length());
        itemsLeft = count;
        itemHeld = 0;
        dataLeft = 0;
        return this;
    }

    @Override
    public int take(byte[] bytes, int from, int to) {
        return dataLeft > 0 ? data(bytes, from, to) : itemHead(bytes, from);
    }

    private int itemHead(byte[] bytes, int at) {
        item[itemHeld++] = bytes[at];
        boolean last = false;
        if (shape.layout().stops(item, itemHeld)) {
            last = true;
        } else if (itemHeld == shape.itemHead()) {
            dataLeft = shape.layout().body(head, item);
            itemHeld = 0;
            itemsLeft--;
            last = dataLeft == 0 && itemsLeft == 0;
        }
        return teller.one(bytes, at, last);
    }

    private int data(byte[] bytes, int from, int to) {
        int end = to - from <= dataLeft ? to : from + (int) dataLeft;
        dataLeft -= end - from;
        teller.tell(bytes, from, end);
        if (dataLeft == 0 && itemsLeft == 0) {
            teller.end();
        }
        teller.pass(bytes, from, end);
        return end;
    }
}
