package slipstream.cloudlink.service.web.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.web.http.Reply;

/// The circle as a picture: its exclusion groups as fields, shops in them, and those that are in none.
record CirclePicture(Desk desk, ConsolePages pages) {
    private static final int SHOPS_A_RING = 10;
    private static final int RING = 46;
    private static final int SHOP = 9;
    private static final int FIRST_RING = 26;

    Reply page(Visit visit) {
        var words = visit.words();
        var user = visit.signedIn();
        var groups = new TreeMap<String, List<Merchant>>();
        var alone = new ArrayList<Merchant>();
        for (var merchant : desk.merchants(user)) {
            merchant.exclusionGroup()
                    .ifPresentOrElse(
                            group -> groups.computeIfAbsent(group, name -> new ArrayList<>())
                                    .add(merchant),
                            () -> alone.add(merchant));
        }
        var cards = new ArrayList<Map<String, Object>>();
        groups.forEach((group, shops) -> cards.add(
                card(group, words.get(shops.size() == 1 ? "groupOne" : "groupFinding", shops.size()), shops, "group")));
        if (!alone.isEmpty()) {
            cards.add(card(words.get("groupNone"), words.get("groupNoneFinding", alone.size()), alone, "alone"));
        }
        var values = Map.<String, Object>of(
                "heading",
                words.get("circleTitle", user.circle()),
                "finding",
                words.get("circleFinding", desk.merchants(user).size(), groups.size()),
                "groups",
                cards);
        return pages.page(visit, 200, "circle", words.get("circle"), "circle", values);
    }

    private static Map<String, Object> card(String name, String finding, List<Merchant> shops, String kind) {
        return Map.of(
                "name",
                name,
                "finding",
                finding,
                "picture",
                picture(shops.size(), kind),
                "shops",
                shops.stream()
                        .map(shop -> Map.of(
                                "title",
                                shop.name().text(),
                                "number",
                                shops.indexOf(shop) + 1,
                                "href",
                                "/console/merchants/" + shop.id()))
                        .toList());
    }

    /// Shops on rings; within a group each excludes each, which lines between them say where they are few.
    static String picture(int shops, String kind) {
        var places = new ArrayList<double[]>();
        for (int i = 0; i < shops; i++) {
            int ring = i / SHOPS_A_RING;
            int onRing = Math.min(SHOPS_A_RING, shops - ring * SHOPS_A_RING);
            double angle = 2 * Math.PI * (i % SHOPS_A_RING) / onRing - Math.PI / 2;
            double radius = shops == 1 ? 0 : FIRST_RING + (double) ring * RING / 2;
            places.add(new double[] {radius * Math.cos(angle), radius * Math.sin(angle)});
        }
        int rings = (shops + SHOPS_A_RING - 1) / SHOPS_A_RING;
        int reach = FIRST_RING + (rings - 1) * RING / 2 + SHOP + 6;
        var svg = new StringBuilder("<svg class=\"circle " + kind + "\" viewBox=\"" + -reach + " " + -reach + " "
                + 2 * reach + " " + 2 * reach + "\" aria-hidden=\"true\"><circle class=\"field\" r=\"" + (reach - 1)
                + "\"/>");
        if (kind.equals("group") && shops <= SHOPS_A_RING) {
            for (int i = 0; i < shops; i++) {
                for (int j = i + 1; j < shops; j++) {
                    svg.append("<path d=\"M")
                            .append(at(places.get(i)))
                            .append('L')
                            .append(at(places.get(j)))
                            .append("\"/>");
                }
            }
        }
        for (int i = 0; i < shops; i++) {
            var place = places.get(i);
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle class=\"shop\" cx=\"%.1f\" cy=\"%.1f\" r=\"%d\"/><text x=\"%.1f\" y=\"%.1f\">%d</text>",
                    place[0],
                    place[1],
                    SHOP,
                    place[0],
                    place[1] + 3.5,
                    i + 1));
        }
        return svg.append("</svg>").toString();
    }

    private static String at(double[] place) {
        return String.format(Locale.ROOT, "%.1f %.1f", place[0], place[1]);
    }
}
