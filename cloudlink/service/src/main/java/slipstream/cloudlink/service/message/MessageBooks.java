package slipstream.cloudlink.service.message;

/// What sending messages reads and writes.
public interface MessageBooks {
    AddressStore addresses();

    MessageStore messages();
}
