package slipstream.cloudlink.service.web.console;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import slipstream.cloudlink.service.account.Role;
import slipstream.cloudlink.service.account.User;

/// One kind of thing in the console and its API: `/console/<name>`, `/admin/v1/<name>`.
///
/// What cannot be done is an [IOException] or [IllegalArgumentException] of one sentence. Who may not see a thing
/// does not find it.
interface Resource {
    /// In addresses; its title is the text `<name>`.
    String name();

    /// Who may look.
    default Set<Role> readers() {
        return EnumSet.allOf(Role.class);
    }

    /// Who may add and change.
    default Set<Role> writers() {
        return EnumSet.of(Role.OPERATOR);
    }

    /// Those of a row's values that a list shows, in order; the page of one thing and the API show all.
    List<String> columns();

    /// What this user may see.
    List<Row> rows(User user);

    /// Some of them, from the page of that number on, which begins with 1.
    default Page page(User user, int number) {
        return Page.of(number, rows(user));
    }

    /// The number of a page that an address asks for; 1 where it asks for none that there could be.
    static int pageOf(Visit visit) {
        return visit.query("page")
                .filter(text -> text.matches("[1-9][0-9]{0,5}"))
                .map(Integer::valueOf)
                .orElse(1);
    }

    /// A page of a list.
    ///
    /// @param more whether others follow
    record Page(List<Row> rows, boolean more) {
        /// How many rows a page has at most.
        static final int ROWS = 100;

        static Page of(int number, List<Row> all) {
            long before = (long) (number - 1) * ROWS;
            return new Page(all.stream().skip(before).limit(ROWS).toList(), all.size() > before + ROWS);
        }
    }

    /// What is asked for to add one; nothing where none can be added.
    default List<Field> fields(User user) {
        return List.of();
    }

    /// Adds one.
    default Added add(User user, Values values) throws IOException {
        throw new IOException("nothing can be added here");
    }

    /// What of one may be changed, with its present values.
    default List<Field> changes(User user, Row row) {
        return List.of();
    }

    /// Changes one.
    default void change(User user, Row row, Values values) throws IOException {
        throw new IOException("nothing can be changed here");
    }

    /// What may be done with one; its button is the text `a_<action>`.
    default List<String> actions(User user, Row row) {
        return List.of();
    }

    /// Does it; what is returned is a secret that is told this once.
    default Optional<String> act(User user, Row row, String action) throws IOException {
        throw new IOException("that cannot be done here");
    }

    /// What else the page of one shows.
    default List<Part> parts(User user, Row row) {
        return List.of();
    }

    /// What a draft would look like; nothing where there are no drafts.
    default Optional<Part> preview(User user, Values values) throws IOException {
        return Optional.empty();
    }

    /// What came of adding.
    ///
    /// @param secret told this once, if there is one
    record Added(String id, Optional<String> secret) {}

    /// A part of a page.
    ///
    /// @param title key of its heading
    /// @param text shown as it is; empty when it is a picture
    /// @param picture PNG in base 64; empty when it is a text
    record Part(String title, String text, String picture) {}

    default boolean mayAdd(User user) {
        return writers().contains(user.role()) && !fields(user).isEmpty();
    }

    /// The thing of that id, if this user may see it.
    default Optional<Row> row(User user, String id) {
        return rows(user).stream().filter(row -> row.id().equals(id)).findFirst();
    }
}
