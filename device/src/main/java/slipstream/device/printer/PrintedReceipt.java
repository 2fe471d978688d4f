package slipstream.device.printer;

import java.nio.file.Path;

/// A receipt that the virtual printer has printed.
///
/// @param number 1 for the printer's first
/// @param picture its picture, PNG
/// @param textFile its text, UTF-8
/// @param text the same text
/// @param width of the paper, in dots
/// @param height of the receipt, in dots
public record PrintedReceipt(int number, Path picture, Path textFile, String text, int width, int height) {}
