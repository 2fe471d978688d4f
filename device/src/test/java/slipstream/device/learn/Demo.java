package slipstream.device.learn;

import java.nio.file.*;

final class Demo {
    public static void main(String[] a) throws Exception {
        for (Shop.Layout l : Shop.Layout.values()) {
            var shop = new Shop(7, l, Shop.Numbering.PLAIN);
            Path d = Files.createDirectories(Path.of(a[0], l.name()));
            for (int i = 0; i < 30; i++)
                Files.write(
                        d.resolve("%02d.bin".formatted(i)), (i == 0 ? shop.sale(shop.number()) : shop.any()).bytes());
        }
    }
}
