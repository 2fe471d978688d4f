package slipstream.cloudlink.service.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import slipstream.cloudlink.service.fleet.Device;
import slipstream.cloudlink.service.secret.PrivateFiles;

/// The authority that vouches for the service and for each box: ECDSA on P-256.
///
/// Lives in a directory as `ca.key` and `ca.crt`; made there by whoever needs it first.
public final class CertificateAuthority {
    private static final Duration AUTHORITY_LIFE = Duration.ofDays(3650);
    private static final Duration LEAF_LIFE = Duration.ofDays(730);
    /// Boxes have no clock of their own; one that is a day behind still trusts a new certificate.
    private static final Duration BACKDATED = Duration.ofDays(1);

    private final PrivateKey key;
    private final X509Certificate certificate;
    private final Clock clock;

    private CertificateAuthority(PrivateKey key, X509Certificate certificate, Clock clock) {
        this.key = key;
        this.certificate = certificate;
        this.clock = clock;
    }

    /// Reads the authority in `directory`, or makes one there.
    public static synchronized CertificateAuthority open(Path directory, Clock clock) throws IOException {
        Files.createDirectories(directory);
        var keyFile = directory.resolve("ca.key");
        var certificateFile = directory.resolve("ca.crt");
        try (var lock =
                FileChannel.open(directory.resolve("ca.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            if (!Files.exists(certificateFile)) {
                var pair = newKey();
                PrivateFiles.create(keyFile, Pem.text(pair.getPrivate()));
                PrivateFiles.create(certificateFile, Pem.text(selfSigned(pair, clock)));
            }
        }
        return new CertificateAuthority(Pem.privateKey(keyFile), Pem.certificate(certificateFile), clock);
    }

    /// The certificate that both sides trust.
    public X509Certificate certificate() {
        return certificate;
    }

    /// A key and certificate for the service.
    ///
    /// @param names host names and addresses by which boxes reach it
    public Issued forServer(List<String> names) {
        var alternatives = names.stream()
                .map(name -> new GeneralName(isAddress(name) ? GeneralName.iPAddress : GeneralName.dNSName, name))
                .toList();
        var pair = newKey();
        var certificate = issue("Slipstream service", alternatives, KeyPurposeId.id_kp_serverAuth, pair.getPublic());
        return new Issued(pair.getPrivate(), certificate);
    }

    /// A key and certificate for a box.
    public Issued forDevice(String deviceId) {
        var pair = newKey();
        return new Issued(pair.getPrivate(), forDevice(deviceId, pair.getPublic()));
    }

    /// A certificate for a box that has made its own key.
    public X509Certificate forDevice(String deviceId, PublicKey deviceKey) {
        var urn = new GeneralName(
                GeneralName.uniformResourceIdentifier, Device.urn(deviceId).toString());
        return issue("Slipstream box " + deviceId, List.of(urn), KeyPurposeId.id_kp_clientAuth, deviceKey);
    }

    private static boolean isAddress(String name) {
        return name.contains(":") || name.matches("[0-9.]+");
    }

    private X509Certificate issue(
            String commonName, List<GeneralName> alternatives, KeyPurposeId purpose, PublicKey subjectKey) {
        try {
            var builder = builder(certificate, new X500Principal("CN=" + commonName), subjectKey, LEAF_LIFE);
            var names = new GeneralNames(alternatives.toArray(GeneralName[]::new));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
            builder.addExtension(Extension.subjectAlternativeName, false, names);
            return signed(builder, key);
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("cannot make a certificate: " + e.getMessage(), e);
        }
    }

    private JcaX509v3CertificateBuilder builder(
            X509Certificate issuer, X500Principal subject, PublicKey subjectKey, Duration life)
            throws GeneralSecurityException, IOException {
        var now = clock.instant();
        var builder = new JcaX509v3CertificateBuilder(
                issuer, serial(), Date.from(now.minus(BACKDATED)), Date.from(now.plus(life)), subject, subjectKey);
        var identifiers = new JcaX509ExtensionUtils();
        builder.addExtension(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(subjectKey));
        builder.addExtension(Extension.authorityKeyIdentifier, false, identifiers.createAuthorityKeyIdentifier(issuer));
        return builder;
    }

    private static X509Certificate selfSigned(KeyPair pair, Clock clock) {
        try {
            var now = clock.instant();
            var name = new X500Principal("CN=Slipstream authority");
            var builder = new JcaX509v3CertificateBuilder(
                    name,
                    serial(),
                    Date.from(now.minus(BACKDATED)),
                    Date.from(now.plus(AUTHORITY_LIFE)),
                    name,
                    pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
            return signed(builder, pair.getPrivate());
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("cannot make the authority's certificate: " + e.getMessage(), e);
        }
    }

    private static X509Certificate signed(JcaX509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException, OperatorCreationException {
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(key);
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }

    private static BigInteger serial() {
        return new BigInteger(127, new SecureRandom()).setBit(0);
    }

    private static KeyPair newKey() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has P-256", e);
        }
    }

    /// A new private key and the certificate for it.
    public record Issued(PrivateKey key, X509Certificate certificate) {}
}
