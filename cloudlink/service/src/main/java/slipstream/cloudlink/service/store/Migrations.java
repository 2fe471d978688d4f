package slipstream.cloudlink.service.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStreamReader;
import java.io.Reader;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/// The migrations by name. Given to Flyway one by one: it would look for them by walking the class path, and
/// the files of a module are not there.
final class Migrations implements ResourceProvider {
    private static final List<String> FILES = List.of(
            "V1__identification.sql",
            "V2__campaigns.sql",
            "V3__credential.sql",
            "V4__claims.sql",
            "V4_1__sales.sql",
            "V5__staff.sql",
            "V6__console.sql",
            "V8__merchant.sql",
            "V9__copies.sql",
            "V10__messages.sql");

    @Override
    public LoadableResource getResource(String name) {
        return FILES.contains(name) ? new Script(name) : null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return FILES.stream()
                .filter(name ->
                        name.startsWith(prefix) && Arrays.stream(suffixes).anyMatch(name::endsWith))
                .<LoadableResource>map(Script::new)
                .toList();
    }

    private static final class Script extends LoadableResource {
        private final String name;

        Script(String name) {
            this.name = name;
        }

        @Override
        public Reader read() {
            var stream = Objects.requireNonNull(Migrations.class.getResourceAsStream(name), name);
            return new InputStreamReader(stream, UTF_8);
        }

        @Override
        public String getAbsolutePath() {
            return name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return name;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}
