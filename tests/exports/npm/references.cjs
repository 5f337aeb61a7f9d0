// Renders CSL-JSON from standard input with citeproc-js, as plain text. Arguments: the file of the style, the file of the locale.
const fs = require("fs");
const CSL = require("citeproc");

const [style, locale] = process.argv.slice(2).map((file) => fs.readFileSync(file, "utf8"));
const items = JSON.parse(fs.readFileSync(0, "utf8"));
const engine = new CSL.Engine(
  { retrieveLocale: () => locale, retrieveItem: (id) => items.find((item) => item.id === id) },
  style,
  "en-US",
);
engine.setOutputFormat("text");
engine.updateItems(items.map((item) => item.id));
const [described, lines] = engine.makeBibliography();
console.log(JSON.stringify(Object.fromEntries(described.entry_ids.map(([id], place) => [id, lines[place].trim()]))));
