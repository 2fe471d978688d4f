package slipstream.device.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import slipstream.escpos.command.Setting;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.profile.TwoByte;
import slipstream.escpos.state.PrinterState;
import slipstream.escpos.text.CodeTables;

/// A code that text may be in, by its name in `slipstream.escpos.text`: a page or a code system.
///
/// @param name as the detector has it: `PC850`, `GB18030`
record TextCode(String name) {
    /// The key of a profile that names whose numbers `ESC t` has.
    static final String TABLE = "code-page-table";

    private static final String UTF_8 = "UTF_8";

    private static final Map<String, String> TITLES = Map.of(
            "GB18030",
            "GB18030 (simplified Chinese)",
            "BIG5",
            "Big5 (traditional Chinese)",
            "SHIFT_JIS",
            "Shift_JIS (Japanese)",
            "EUC_KR",
            "EUC-KR (Korean)",
            UTF_8,
            "UTF-8");

    /// Keys of a profile and the values that they should have.
    ///
    /// @param keys by their names in the profile's file
    /// @param profile the profile with them
    record Change(Map<String, String> keys, PrinterProfile profile) {}

    /// What people call it.
    String title() {
        return TITLES.getOrDefault(name, name);
    }

    /// Whether characters beyond ASCII have two bytes or more, and a printer a mode for them.
    boolean twoByte() {
        return TITLES.containsKey(name) && !name.equals(UTF_8);
    }

    /// A printer that reads text in this code and no other; nothing when no command chooses it on any.
    Optional<PrinterState> state() {
        PrinterProfile generic = PrinterProfile.GENERIC_80MM;
        if (name.equals(UTF_8)) {
            return Optional.of(PrinterState.initial(generic).after(new Setting.TextEncoding(50)));
        }
        if (twoByte()) {
            PrinterState state = PrinterState.initial(with(generic, "epson", TwoByte.valueOf(name), true));
            return Optional.of(name.equals("SHIFT_JIS") ? state.after(new Setting.KanjiCodeSystem(1)) : state);
        }
        for (String table : CodeTables.names()) {
            for (Map.Entry<Integer, String> page : CodeTables.table(table).entrySet()) {
                if (page.getValue().equals(name)) {
                    PrinterProfile has = with(generic, table, TwoByte.NONE, false);
                    return Optional.of(PrinterState.initial(has).after(new Setting.CodeTable(page.getKey())));
                }
            }
        }
        return Optional.empty();
    }

    /// What may have to change in a profile for its printer to read this code, the least first.
    List<Change> changes(PrinterProfile profile) {
        List<Change> changes = new ArrayList<>();
        changes.add(change(profile, profile));
        if (twoByte()) {
            TwoByte system = TwoByte.valueOf(name);
            changes.add(change(profile, with(profile, profile.codePageTable(), system, profile.twoByteFromPowerOn())));
            changes.add(change(profile, with(profile, profile.codePageTable(), system, true)));
            return changes;
        }
        List<String> tables = new ArrayList<>(List.of(profile.codePageTable()));
        PrinterProfile.codePageTables().stream()
                .filter(table -> !table.equals(profile.codePageTable()))
                .forEach(tables::add);
        for (boolean fromPowerOn : profile.twoByteFromPowerOn() ? new boolean[] {true, false} : new boolean[] {false}) {
            tables.forEach(table -> changes.add(change(profile, with(profile, table, profile.twoByte(), fromPowerOn))));
        }
        return changes;
    }

    private static Change change(PrinterProfile from, PrinterProfile to) {
        Map<String, String> keys = new LinkedHashMap<>();
        if (!from.codePageTable().equals(to.codePageTable())) {
            keys.put(TABLE, to.codePageTable());
        }
        if (from.twoByte() != to.twoByte()) {
            keys.put("two-byte", Words.of(to.twoByte()));
        }
        if (from.twoByteFromPowerOn() != to.twoByteFromPowerOn()) {
            keys.put("two-byte-from-power-on", to.twoByteFromPowerOn() ? "yes" : "no");
        }
        return new Change(keys, to);
    }

    private static PrinterProfile with(PrinterProfile profile, String table, TwoByte twoByte, boolean fromPowerOn) {
        return new PrinterProfile(
                profile.name(),
                profile.model(),
                profile.dialect(),
                profile.dotsPerLine(),
                profile.dpi(),
                profile.unitsPerInchX(),
                profile.unitsPerInchY(),
                profile.fonts(),
                profile.twoByteCell(),
                table,
                twoByte,
                fromPowerOn,
                profile.nativeQr(),
                profile.raster(),
                profile.maxRasterRows(),
                profile.printSpeedMmPerS(),
                profile.cutter(),
                profile.bladeDistanceDots(),
                profile.quirks());
    }
}
