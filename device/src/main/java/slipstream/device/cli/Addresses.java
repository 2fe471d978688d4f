package slipstream.device.cli;

import slipstream.device.port.Address;

/// Where printers are, as they are typed.
final class Addresses {
    private Addresses() {}

    /// Where to print.
    static Address printer(String typed) {
        Address address = parse(typed);
        if (address.port() == 0) {
            throw Failure.wrongUse("\"" + typed + "\" names port 0, expected 1 to 65535.");
        }
        return address;
    }

    /// Where to listen: `PORT` alone is at every address of this machine.
    static Address listener(String typed) {
        return parse(typed.matches("[0-9]+") ? "0.0.0.0:" + typed : typed);
    }

    private static Address parse(String typed) {
        try {
            return Address.parse(typed, Address.RAW_PRINTING);
        } catch (IllegalArgumentException e) {
            throw Failure.wrongUse(e.getMessage());
        }
    }
}
