package slipstream.cloudlink.service.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import slipstream.cloudlink.service.fleet.Device;
import slipstream.cloudlink.service.fleet.DeviceStore;

record SqlDeviceStore(Handle handle) implements DeviceStore {
    @Override
    public void add(Device device) {
        handle.createUpdate("INSERT INTO device (device_id, merchant_id, name) VALUES (:id, :merchant, :name)")
                .bind("id", device.id())
                .bind("merchant", device.merchantId())
                .bind("name", device.name())
                .execute();
    }

    @Override
    public Optional<Device> find(String id) {
        return handle.createQuery("SELECT * FROM device WHERE device_id = :id")
                .bind("id", id)
                .map((row, context) -> device(row))
                .findOne();
    }

    @Override
    public boolean revoke(String id, Instant at) {
        return handle.createUpdate("UPDATE device SET revoked_at = :at WHERE device_id = :id AND revoked_at IS NULL")
                        .bind("id", id)
                        .bind("at", at.toEpochMilli())
                        .execute()
                == 1;
    }

    @Override
    public List<Device> all() {
        return handle.createQuery("SELECT * FROM device ORDER BY merchant_id, name, device_id")
                .map((row, context) -> device(row))
                .list();
    }

    private static Device device(ResultSet row) throws SQLException {
        return new Device(
                row.getString("device_id"),
                row.getString("merchant_id"),
                row.getString("name"),
                Times.maybe(row, "revoked_at"));
    }
}
