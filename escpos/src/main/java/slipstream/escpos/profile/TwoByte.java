package slipstream.escpos.profile;

/// The code system of a printer's two-byte mode: what its market reads.
public enum TwoByte {
    /// No two-byte characters: `FS &` does nothing.
    NONE,
    /// Simplified Chinese: GB2312, GBK and GB18030 are one inside the other.
    GB18030,
    /// Traditional Chinese.
    BIG5,
    /// Japanese: JIS at power-on, Shift_JIS once `FS C 1` chose it.
    SHIFT_JIS,
    /// Korean: KS C 5601 and its extension.
    EUC_KR
}
