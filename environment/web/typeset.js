// Reads a page from standard input, writes it to standard output with its formulas as SVG.
// A formula that MathJax refuses ends it with status 1 and a line that shows the formula.
"use strict";

const fs = require("fs");
const { mathjax } = require("mathjax-full/js/mathjax.js");
const { TeX } = require("mathjax-full/js/input/tex.js");
const { SVG } = require("mathjax-full/js/output/svg.js");
const { liteAdaptor } = require("mathjax-full/js/adaptors/liteAdaptor.js");
const { RegisterHTMLHandler } = require("mathjax-full/js/handlers/html.js");
const { AssistiveMmlHandler } = require("mathjax-full/js/a11y/assistive-mml.js");
require("mathjax-full/js/input/tex/AllPackages.js");

// without "noundefined": an unknown command is an error, not red text
const PACKAGES = ["base", "ams", "newcommand", "boldsymbol", "mathtools"];

function typeset(page) {
  const adaptor = liteAdaptor();
  AssistiveMmlHandler(RegisterHTMLHandler(adaptor));
  const tex = new TeX({
    packages: PACKAGES,
    inlineMath: [["\\(", "\\)"]],
    displayMath: [["\\[", "\\]"]],
    formatError: (_, error) => { throw error; },
  });
  const document = mathjax.document(page, {
    InputJax: tex,
    OutputJax: new SVG({ fontCache: "global" }),
    compileError: (_, formula, error) => { throw new Error(`${formula.math.trim()}: ${error.message}`); },
  });
  document.render();
  return adaptor.doctype(document.document) + "\n" + adaptor.outerHTML(adaptor.root(document.document)) + "\n";
}

try {
  fs.writeFileSync(1, typeset(fs.readFileSync(0, "utf8")));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
