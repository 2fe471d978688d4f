package slipstream.cloudlink.service.gateway;

import java.util.List;
import java.util.Optional;
import slipstream.cloudlink.service.merchant.Platform;

/// Where sealed credentials are kept, one sheet for each merchant and platform.
public interface CredentialStore {
    /// Keeps a sheet in place of the former one.
    void put(Sealed sealed);

    Optional<Sealed> find(String merchantId, Platform platform);

    /// All of them, by merchant and platform.
    List<Sealed> all();

    /// A sheet as it lies in the database.
    record Sealed(String merchantId, Platform platform, String text) {}
}
