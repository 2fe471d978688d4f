package slipstream.escpos.text;

/// What the bytes of text stand for after `ESC t n` and `ESC R n`.
///
/// @param vendor whose numbers they are
/// @param table what `ESC t` chose
/// @param international what `ESC R` chose
/// @param system the code system of several bytes a character that `ESC t` chose, or null
/// @param characters what each byte is where it stands alone; never changed
record CodePage(String vendor, int table, int international, CodeSystem system, int[] characters) {
    boolean is(String otherVendor, int otherTable, int otherInternational) {
        return table == otherTable && international == otherInternational && vendor.equals(otherVendor);
    }

    int character(byte b) {
        return characters[b & 0xFF];
    }
}
