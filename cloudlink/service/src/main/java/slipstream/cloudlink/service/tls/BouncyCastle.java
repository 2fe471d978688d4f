package slipstream.cloudlink.service.tls;

import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/// The provider of what the Java runtime lacks (SM2, SM3, SM4). Named where it is used, not registered.
public final class BouncyCastle {
    public static final Provider PROVIDER = new BouncyCastleProvider();

    private BouncyCastle() {}
}
