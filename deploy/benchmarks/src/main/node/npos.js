// One file, parsed again and again by npos: npos.js frame|read SECONDS FILE, run where npos is installed.
// "frame" is its analyze (a tree of commands), "read" its parse (besides, the bytes of text that stands together, and
// images). Warms up for as long as it measures, both in processor time.
// Prints one line: megabytes a second of processor time, and how many times.
'use strict';
const fs = require('fs');
const npos = require(require.resolve('npos', { paths: [process.cwd()] }));

const [how, seconds, file] = process.argv.slice(2);
const bytes = fs.readFileSync(file);
const parser = npos.parser();

function once() {
    if (how === 'frame') {
        const ast = parser.analyze(bytes);
        if (ast.error) throw ast.error;
    } else {
        parser.parse(bytes, {}, (error) => { if (error) throw error; });
    }
}

function repeat() {
    const before = process.cpuUsage();
    let times = 0;
    let spent;
    do {
        once();
        times++;
        const used = process.cpuUsage(before);
        spent = (used.user + used.system) / 1e6;
    } while (spent < Number(seconds));
    return `${(bytes.length * times / spent / 1e6).toFixed(3)} ${times}`;
}

try {
    repeat();
    console.log(repeat());
} catch (error) {
    console.error(`npos: ${error.message}`);
    process.exitCode = 1;
}
