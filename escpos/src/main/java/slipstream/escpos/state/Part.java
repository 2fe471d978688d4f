package slipstream.escpos.state;

/// A part of a [PrinterState]; a command changes one of them, or a few.
public sealed interface Part
        permits CharacterStyle,
                KanjiStyle,
                Layout,
                TextCoding,
                BarcodeStyle,
                Memory,
                Modes,
                PageSettings,
                Macro,
                Doubts,
                LineBuffer {}
