package slipstream.cloudlink.service.figures;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import slipstream.cloudlink.service.claim.ClaimToken;

/// Where figures are kept, and counted from.
public interface FigureStore {
    /// The page of a link was opened; only the first time counts.
    void looked(ClaimToken token, Instant at);

    /// Whether that was counted before.
    boolean wasLooked(ClaimToken token);

    /// What a box tells. Of several reports of one day and run the greatest numbers stand.
    void tell(String merchantId, String deviceId, BoxReport.Checked report);

    /// The last day that was counted.
    OptionalLong lastDay();

    /// When the first payment was seen.
    OptionalLong firstPayment();

    /// Counts one day anew from payments, looks and vouchers.
    ///
    /// @param day days since 1970
    /// @param from its first millisecond
    /// @param until the first millisecond after it
    void count(long day, long from, long until);

    /// What was counted at these merchants, from one day to another, both included.
    List<Figure> between(Collection<String> merchants, long firstDay, long lastDay);

    /// What boxes told, likewise.
    List<Figure> told(Collection<String> merchants, long firstDay, long lastDay);

    /// How many payers of each campaign's groups there are, and how many of them have come back.
    List<Groups> groups(String circle);

    /// In which currency most is paid in a circle; nothing where nothing was.
    Optional<String> currency(String circle);

    /// What payers of each campaign's groups have paid in the circle within a time after they met it. Of those only
    /// whose time is over, and whose payments are still kept.
    ///
    /// @param window in milliseconds
    List<Spending> spending(String circle, String currency, long window, Instant now);

    /// Every voucher that one of these merchants' receipts led to, or that is used there; newest first.
    List<VoucherLine> vouchers(Collection<String> merchants, int most);

    /// A number of one day.
    ///
    /// @param campaignId empty where there is none
    /// @param kind [Step#word], or a name that boxes tell
    record Figure(String merchantId, long day, String campaignId, String kind, long amount) {}

    /// Who met a campaign: those who got links, and the control group.
    record Groups(String campaignId, Group treated, Group control) {}

    /// Payers, and how many of them came back.
    record Group(long payers, long cameBack) {}

    /// What those who met a campaign have paid, and the control group.
    record Spending(String campaignId, Spent treated, Spent control) {}

    /// Payers, how many of them paid again, and what.
    ///
    /// @param sum of what each has spent, in minor units
    /// @param squares of what each has spent
    record Spent(long payers, long cameBack, double sum, double squares) {
        /// What each has spent, those who did not come back with nothing.
        public MeanInterval.Sample sample() {
            return new MeanInterval.Sample(payers, sum, squares);
        }
    }

    /// A voucher without what could be used or traced to a payer.
    record VoucherLine(
            String campaignId,
            String printedAt,
            String itemId,
            String usedAt,
            Instant issuedAt,
            Instant expiresAt,
            String state) {}
}
