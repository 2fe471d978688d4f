package slipstream.cloudlink.service.gateway.wechat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.ConcurrentHashMap;
import slipstream.cloudlink.service.merchant.Merchant;

/// The credentials of each merchant, read again when their file has changed. Safe for any number of threads.
public final class CredentialFiles {
    private final ConcurrentHashMap<Path, Entry> entries = new ConcurrentHashMap<>();

    /// @throws IOException in one sentence, when the merchant has none or they cannot be read
    public WeChatCredentials of(Merchant merchant) throws IOException {
        var file = merchant.wechat()
                .orElseThrow(() -> new IOException("merchant " + merchant.id() + " has no WeChat Pay credentials"));
        var modified = Files.getLastModifiedTime(file);
        var entry = entries.get(file);
        if (entry == null || !entry.modified.equals(modified)) {
            entry = new Entry(modified, read(file));
            entries.put(file, entry);
        }
        return entry.credentials;
    }

    private static WeChatCredentials read(Path file) throws IOException {
        try {
            return WeChatCredentials.read(file);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private record Entry(FileTime modified, WeChatCredentials credentials) {}
}
