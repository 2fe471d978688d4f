package slipstream.cloudlink.service.gateway.wechat;

import io.avaje.jsonb.Json;
import java.util.List;

/// The answer of `GET /v3/certificates`.
@Json
record CertificateList(List<Entry> data) {

    /// @param encryptCertificate a PEM certificate, sealed; its own serial and validity count, not the list's
    @Json(naming = Json.Naming.LowerUnderscore)
    record Entry(String serialNo, Sealed encryptCertificate) {}
}
