package slipstream.cloudlink.service.cli;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Option;
import slipstream.cloudlink.service.merchant.Platform;

/// Credentials files (TOML), one for each platform.
final class CredentialFiles {
    @Option(names = "--wechat", paramLabel = "FILE", description = "the WeChat Pay credentials file (TOML)")
    private Path wechat;

    @Option(names = "--alipay", paramLabel = "FILE", description = "the Alipay credentials file (TOML)")
    private Path alipay;

    @Option(names = "--webhook", paramLabel = "FILE", description = "the keys of an acquirer's webhook (TOML)")
    private Path webhook;

    Map<Platform, Path> byPlatform() {
        var files = new EnumMap<Platform, Path>(Platform.class);
        put(files, Platform.WECHAT, wechat);
        put(files, Platform.ALIPAY, alipay);
        put(files, Platform.WEBHOOK, webhook);
        return files;
    }

    private static void put(Map<Platform, Path> files, Platform platform, Path file) {
        if (file != null) {
            files.put(platform, file);
        }
    }
}
