package slipstream.cloudlink.service.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where boxes are kept.
public interface DeviceStore {
    void add(Device device);

    Optional<Device> find(String id);

    /// Stops believing a box; false when there is none of that id.
    boolean revoke(String id, Instant at);

    /// All boxes, by merchant and name.
    List<Device> all();
}
