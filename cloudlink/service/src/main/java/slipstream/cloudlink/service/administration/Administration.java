package slipstream.cloudlink.service.administration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import slipstream.cloudlink.service.fleet.Device;
import slipstream.cloudlink.service.item.VirtualItem;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Wording;

/// Adds and lists merchants, items and boxes. Takes effect at once, also in a running service.
///
/// What cannot be done is an [IOException] or [IllegalArgumentException] of one sentence.
public interface Administration {
    /// Adds a merchant; its credentials, if it has any, must be readable.
    void addMerchant(Merchant merchant) throws IOException;

    Optional<Merchant> merchant(String id);

    /// All merchants, by id.
    List<Merchant> merchants();

    /// Adds an item and returns its id.
    ///
    /// @param terms may be empty
    /// @param validDays how many days a voucher is good for once claimed, 1 to 3650
    String addItem(String merchantId, Wording title, String terms, int validDays) throws IOException;

    /// All items, by merchant.
    List<VirtualItem> items();

    /// Registers a box, writes `device.key`, `device.crt` and `ca.crt` (PEM) into `directory`, returns its id.
    String addDevice(String merchantId, String name, Path directory) throws IOException;

    Optional<Device> device(String id);

    /// All boxes, by merchant and name.
    List<Device> devices();

    /// Stops believing a box.
    void revokeDevice(String id) throws IOException;
}
