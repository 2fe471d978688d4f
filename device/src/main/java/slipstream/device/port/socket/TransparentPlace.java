package slipstream.device.port.socket;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import slipstream.device.port.Address;
import slipstream.device.port.PosListener;
import slipstream.device.port.PosPlace;
import slipstream.device.port.system.ErrorNumber;
import slipstream.device.port.system.Sockets;
import slipstream.device.port.system.SystemException;

/// Connections that are on their way to the printer's own address, and that the packet filter hands to us (nft's
/// `tproxy`). While nobody listens they pass through the kernel to the printer.
///
/// @param address where the packet filter hands them to
public record TransparentPlace(Address address) implements PosPlace {
    @Override
    public PosListener open() throws IOException {
        try {
            var at = new InetSocketAddress(InetAddress.getByName(address.host()), address.port());
            return new SocketListener(Sockets.listenTransparently(at), name());
        } catch (SystemException e) {
            throw new IOException(
                    "Nothing can listen at " + name() + " ("
                            + (e.number() == ErrorNumber.EPERM
                                    ? "that needs CAP_NET_ADMIN, which this process does not have"
                                    : e.getMessage())
                            + ").",
                    e);
        }
    }

    @Override
    public String name() {
        return "transparent:" + address;
    }
}
