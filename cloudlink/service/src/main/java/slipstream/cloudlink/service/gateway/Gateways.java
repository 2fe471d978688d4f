package slipstream.cloudlink.service.gateway;

import java.util.Map;
import java.util.Optional;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.service.merchant.Merchant;

/// All platforms behind one question: asks the one that a reference's scheme names.
public record Gateways(Map<String, PaymentGateway> byScheme) implements PaymentGateway {
    public Gateways {
        byScheme = Map.copyOf(byScheme);
    }

    @Override
    public Answer find(Merchant merchant, PaymentReference reference, Optional<CardSlip> slip) {
        var gateway = byScheme.get(reference.scheme());
        return gateway == null ? new Answer.Unsupported() : gateway.find(merchant, reference, slip);
    }
}
