/// What kind of receipt it is: [KindMarks] collects what speaks for each kind, line by line, and decides when asked.
/// Words and parts of words are a table (`kinds.tsv`); headings, counts and sums speak in any language.
package slipstream.device.reference.evidence;
