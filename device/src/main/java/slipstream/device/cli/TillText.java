package slipstream.device.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import slipstream.escpos.codec.CommandDecoder;
import slipstream.escpos.codec.CommandReader;
import slipstream.escpos.command.Bytes;
import slipstream.escpos.command.Command;
import slipstream.escpos.command.Setting;
import slipstream.escpos.command.Text;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.state.PrinterState;
import slipstream.escpos.state.TextCoding;
import slipstream.escpos.text.Letter;
import slipstream.escpos.text.TextDecoder;

/// What the streams of a till say beyond ASCII, and what they choose it to be read as. Memory is bounded: of each
/// stream the first lines and choices count.
final class TillText {
    private static final int BODY_LIMIT = 64;
    private static final int MOST_EVENTS = 2048;
    private static final int LONGEST_LINE = 4096;

    private final List<List<Command>> streams = new ArrayList<>();
    private final List<byte[]> texts = new ArrayList<>();
    private final Set<String> choices = new LinkedHashSet<>();
    private final Set<String> dialects = new LinkedHashSet<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private List<Command> events;

    /// Reads one more stream.
    void add(PrinterStream stream) throws IOException {
        events = new ArrayList<>();
        var reader = new CommandReader(BODY_LIMIT, (command, offset) -> take(command));
        CommandDecoder decoder = stream.decode(reader);
        reader.flush();
        endLine();
        streams.add(events);
        texts.add(text(events));
        dialects.add(decoder.grammar().name());
    }

    /// The lines beyond ASCII of each stream, as they were sent.
    List<byte[]> texts() {
        return texts;
    }

    /// What the till sends to choose a code, as the manual writes it: `ESC t 2`, `FS &`.
    Set<String> choices() {
        return choices;
    }

    /// The dialects that the streams speak.
    Set<String> dialects() {
        return dialects;
    }

    /// The lines as a printer reads them.
    List<String> as(PrinterProfile profile) {
        List<String> lines = new ArrayList<>();
        replay(profile, (state, text) -> lines.add(read(state, text)));
        return lines;
    }

    /// The lines read in one code, whatever the till chose; national characters are not a matter of the code.
    List<String> in(PrinterState code) {
        List<String> lines = new ArrayList<>();
        replay(
                code.profile(),
                (state, text) -> lines.add(read(
                        code.after(new Setting.InternationalSet(state.coding().international())), text)));
        return lines;
    }

    /// Whether a printer is told, by its profile or by the till, how to read every line.
    boolean told(PrinterProfile profile) {
        List<Boolean> told = new ArrayList<>();
        replay(profile, (state, ignored) -> {
            TextCoding coding = state.coding();
            told.add(coding.utf8()
                    || coding.kanji()
                    || coding.codeTable() != TextCoding.NEVER_CHOSEN
                    || coding.kanjiSystem() != TextCoding.NEVER_CHOSEN);
        });
        return !told.contains(false);
    }

    private interface Line {
        void read(PrinterState state, Text text);
    }

    private void replay(PrinterProfile profile, Line each) {
        for (List<Command> stream : streams) {
            PrinterState state = PrinterState.initial(profile);
            for (Command command : stream) {
                if (command instanceof Text text) {
                    each.read(state, text);
                } else {
                    state = state.after(command);
                }
            }
        }
    }

    private static String read(PrinterState state, Text text) {
        var decoder = new TextDecoder();
        return Letter.text(decoder.decode(state, text.bytes())) + Letter.text(decoder.end());
    }

    private void take(Command command) {
        if (command instanceof Text text) {
            if (line.size() < LONGEST_LINE) {
                line.writeBytes(text.bytes().toArray());
            }
            return;
        }
        endLine();
        String choice = choice(command);
        if (choice != null && events.size() < MOST_EVENTS) {
            events.add(command);
            if (!choice.isEmpty()) {
                choices.add(choice);
            }
        }
    }

    private void endLine() {
        byte[] bytes = line.toByteArray();
        line.reset();
        boolean beyondAscii = false;
        for (byte b : bytes) {
            beyondAscii |= b < 0;
        }
        if (beyondAscii && events.size() < MOST_EVENTS) {
            events.add(new Text(Bytes.copy(bytes)));
        }
    }

    /// What a command chooses, null when it has no say in how text is read, empty when it takes choices back.
    private static String choice(Command command) {
        return switch (command) {
            case Setting.CodeTable table -> "ESC t " + table.n();
            case Setting.KanjiMode mode -> mode.on() ? "FS &" : "";
            case Setting.KanjiCodeSystem system -> "FS C " + system.n();
            case Setting.TextEncoding encoding -> "FS ( C 48 " + encoding.n();
            case Setting.Initialize ignored -> "";
            case Setting.InternationalSet ignored -> "";
            default -> null;
        };
    }

    private static byte[] text(List<Command> events) {
        var text = new ByteArrayOutputStream();
        for (Command command : events) {
            if (command instanceof Text line) {
                text.writeBytes(line.bytes().toArray());
                text.write('\n');
            }
        }
        return text.toByteArray();
    }
}
