package slipstream.device.doctor;

import slipstream.device.picture.TesseractProgram;

/// Whether receipts that are pictures can be read.
///
/// @param program Tesseract's, a name that is looked for on the path
record PictureReading(String program) implements Check {
    private static final String LINK = "pictures";
    private static final String UNREAD = " Receipts that are pictures are not read.";

    @Override
    public Finding find() {
        TesseractProgram tesseract = TesseractProgram.find(program);
        if (tesseract.languages().isEmpty() && tesseract.version().isEmpty()) {
            return Finding.look(LINK, "Tesseract is not installed." + UNREAD, install(tesseract, "tesseract-ocr "));
        }
        if (!tesseract.lacking().isEmpty()) {
            return Finding.look(
                    LINK,
                    tesseract.version() + " has no data for " + String.join(", ", tesseract.lacking()) + "." + UNREAD,
                    install(tesseract, ""));
        }
        return Finding.ok(LINK, tesseract.version() + " reads receipts that are pictures.");
    }

    private static String install(TesseractProgram tesseract, String first) {
        return "sudo apt-get install " + first + String.join(" ", tesseract.packages());
    }
}
