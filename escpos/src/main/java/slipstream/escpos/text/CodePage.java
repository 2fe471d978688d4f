package slipstream.escpos.text;

/// What the bytes of text stand for after `ESC t n` and `ESC R n`.
///
/// @param system the code system of several bytes a character that `ESC t` chose, or null
/// @param characters what each byte is where it stands alone; never changed
record CodePage(CodeSystem system, int[] characters) {
    /// Printed as a blank.
    static final int DELETE = 0x7F;

    /// Whether the bytes of ASCII are themselves.
    boolean keepsAscii() {
        for (int b = ' '; b < DELETE; b++) {
            if (characters[b] != b) {
                return false;
            }
        }
        return true;
    }

    int character(byte b) {
        return characters[b & 0xFF];
    }
}
