package slipstream.cloudlink.service.web.console;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import slipstream.cloudlink.service.account.User;
import slipstream.cloudlink.service.campaign.Campaign;
import slipstream.cloudlink.service.campaign.CampaignStore;
import slipstream.cloudlink.service.campaign.CampaignText;
import slipstream.cloudlink.service.item.VirtualItem;
import slipstream.cloudlink.service.merchant.Merchant;

/// Campaigns. None is ever changed: decisions rest on it. A merchant sees those that concern its shop.
record Campaigns(Desk desk) implements Resource {
    private static final String IN_FORCE = "in-force";
    private static final String NAME = "definition";

    @Override
    public String name() {
        return "campaigns";
    }

    @Override
    public List<String> columns() {
        return List.of("id", "merchants", "state", "controlPercent");
    }

    @Override
    public List<Row> rows(User user) {
        return desk.administration().campaigns().stream()
                .filter(written -> concerns(written.campaign(), user))
                .map(this::row)
                .toList();
    }

    static boolean concerns(Campaign campaign, User user) {
        return campaign.circle().equals(user.circle())
                && user.merchantId()
                        .map(id -> campaign.merchants().isEmpty()
                                || campaign.merchants().contains(id))
                        .orElse(true);
    }

    /// Those whose payers are the user's own: a shop may know what its own campaigns bring, not what others' do.
    static List<String> ownedBy(Desk desk, User user) {
        return desk.administration().campaigns().stream()
                .map(CampaignStore.Written::campaign)
                .filter(campaign -> campaign.circle().equals(user.circle()))
                .filter(campaign -> user.merchantId()
                        .map(id -> campaign.merchants().equals(Set.of(id)))
                        .orElse(true))
                .map(Campaign::id)
                .toList();
    }

    private Row row(CampaignStore.Written written) {
        var campaign = written.campaign();
        Object merchants = campaign.merchants().isEmpty()
                ? new Row.Word("every")
                : String.join(", ", campaign.merchants().stream().sorted().toList());
        return Row.of(
                campaign.id(),
                "merchants",
                merchants,
                "state",
                new Row.Word(state(written)),
                "since",
                written.stoppedAt().<Object>map(at -> at).orElse(""),
                "priority",
                campaign.priority(),
                "controlPercent",
                campaign.controlPercent(),
                NAME,
                written.text());
    }

    private String state(CampaignStore.Written written) {
        var now = desk.clock().instant();
        var window = written.campaign().window();
        if (written.stoppedAt().isPresent()) {
            return "stopped";
        }
        if (window.until().filter(end -> !now.isBefore(end)).isPresent()) {
            return "over";
        }
        return window.from().filter(now::isBefore).isPresent() ? "planned" : IN_FORCE;
    }

    @Override
    public List<Field> fields(User user) {
        return new CampaignForm(desk).fields(user);
    }

    @Override
    public Added add(User user, Values values) throws IOException {
        var text = text(user, values);
        return new Added(desk.of(user).addCampaign(NAME, text), Optional.empty());
    }

    /// The text, of a campaign in the user's own circle.
    private String text(User user, Values values) throws IOException {
        var text = new CampaignForm(desk).toml(user, values);
        var campaign = CampaignText.read(NAME, text);
        if (!campaign.circle().equals(user.circle())) {
            throw new Wrong("wrongCircle", "circle", campaign.circle(), user.circle());
        }
        return text;
    }

    @Override
    public List<String> actions(User user, Row row) {
        var state = String.valueOf(row.get("state"));
        return state.equals(IN_FORCE) || state.equals("planned") ? List.of("stop") : List.of();
    }

    @Override
    public Optional<String> act(User user, Row row, String action) throws IOException {
        desk.of(user).stopCampaign(row.id());
        return Optional.empty();
    }

    @Override
    public List<Part> parts(User user, Row row) {
        var campaign = desk.administration().campaigns().stream()
                .map(CampaignStore.Written::campaign)
                .filter(c -> c.id().equals(row.id()))
                .findFirst()
                .orElseThrow();
        return List.of(picture(user, campaign), new Part("partText", String.valueOf(row.get(NAME)), ""));
    }

    @Override
    public Optional<Part> preview(User user, Values values) throws IOException {
        return Optional.of(picture(user, CampaignText.read(NAME, text(user, values))));
    }

    /// At the first of its shops where it offers something.
    private Part picture(User user, Campaign campaign) {
        var shops = desk.merchants(user).stream()
                .filter(merchant ->
                        campaign.merchants().isEmpty() || campaign.merchants().contains(merchant.id()))
                .toList();
        for (var shop : shops) {
            var offered = campaign.offered(shop, items(shop));
            if (!offered.isEmpty()) {
                return new Part("partReceipt", "", ReceiptPreview.png(campaign, shop, offered));
            }
        }
        return shops.isEmpty()
                ? new Part("partNoShop", "", "")
                : new Part("partNoOffer", "", ReceiptPreview.png(campaign, shops.getFirst(), List.of()));
    }

    /// The shop's own items, then those of its rivals.
    private List<VirtualItem> items(Merchant shop) {
        var all = desk.administration().items();
        var rivals = desk.administration().merchants().stream()
                .filter(other -> excludes(shop, other))
                .map(Merchant::id)
                .toList();
        return Stream.concat(
                        all.stream().filter(item -> item.merchantId().equals(shop.id())),
                        all.stream().filter(item -> rivals.contains(item.merchantId())))
                .toList();
    }

    private static boolean excludes(Merchant merchant, Merchant other) {
        return merchant.exclusionGroup().isPresent()
                && !merchant.id().equals(other.id())
                && merchant.circle().equals(other.circle())
                && merchant.exclusionGroup().equals(other.exclusionGroup());
    }
}
