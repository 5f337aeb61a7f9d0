// Reads Argdown text from standard input with Argdown's own parser and writes what it understood, as JSON.
const { ArgdownApplication, ParserPlugin, DataPlugin, ModelPlugin } = require("@argdown/core");

const app = new ArgdownApplication();
app.addPlugin(new ParserPlugin(), "parse-input");
app.addPlugin(new DataPlugin(), "build-model");
app.addPlugin(new ModelPlugin(), "build-model");

let input = "";
process.stdin.on("data", (piece) => (input += piece));
process.stdin.on("end", () => {
  const read = app.run({ process: ["parse-input", "build-model"], input, logLevel: "error" });
  const inferenceOf = new Map();
  for (const argument of Object.values(read.arguments || {}))
    for (const part of argument.pcs || []) if (part.inference) inferenceOf.set(part.inference, argument.title);
  const relation = (one) => [one.relationType, one.from.title, inferenceOf.get(one.to) || one.to.title];
  const relations = new Set();
  for (const one of [...Object.values(read.statements || {}), ...Object.values(read.arguments || {})])
    for (const each of one.relations || []) relations.add(JSON.stringify(relation(each)));
  console.log(
    JSON.stringify({
      errors: [...(read.lexerErrors || []), ...(read.parserErrors || []), ...(read.exceptions || [])].map(String),
      front: read.frontMatter,
      statements: Object.values(read.statements || {}).map((one) => ({
        id: one.title,
        members: one.members.filter((m) => m.text).map((m) => ({ text: m.text.trim(), data: m.data })),
      })),
      steps: Object.values(read.arguments || {}).map((one) => ({
        id: one.title,
        title: one.members.map((m) => m.text || "").join("").trim(),
        data: one.data,
        structure: (one.pcs || []).map((part) => [part.title, part.role]),
        rule: (one.pcs || []).flatMap((part) => (part.inference ? part.inference.inferenceRules : [])),
      })),
      relations: [...relations].map((one) => JSON.parse(one)),
    }),
  );
});
