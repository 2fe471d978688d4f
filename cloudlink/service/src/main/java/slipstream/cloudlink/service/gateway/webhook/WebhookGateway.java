package slipstream.cloudlink.service.gateway.webhook;

import java.io.IOException;
import java.util.Optional;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.service.gateway.CardSlip;
import slipstream.cloudlink.service.gateway.Credentials;
import slipstream.cloudlink.service.gateway.NoCredentials;
import slipstream.cloudlink.service.gateway.PaymentGateway;
import slipstream.cloudlink.service.merchant.Merchant;

/// Stands for acquirers that cannot be asked but tell: what they have not told yet, they may tell a moment
/// later.
public final class WebhookGateway implements PaymentGateway {
    private final Credentials<WebhookCredentials> credentials;

    public WebhookGateway(Credentials<WebhookCredentials> credentials) {
        this.credentials = credentials;
    }

    /// Not found where the merchant has such an acquirer; where it has none, nobody will ever tell.
    @Override
    public Answer find(Merchant merchant, PaymentReference reference, Optional<CardSlip> slip) {
        try {
            credentials.of(merchant);
            return new Answer.NotFound();
        } catch (NoCredentials e) {
            return new Answer.Unsupported();
        } catch (IOException e) {
            return new Answer.Unavailable(e.getMessage());
        }
    }
}
