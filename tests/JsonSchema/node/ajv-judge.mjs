// Judges instances by ajv: reads a line `{"schema": …, "instances": [text, …]}`, answers `{"verdicts": [bool, …]}` or `{"fault": message}`.
import { createInterface } from "node:readline";
import { createRequire } from "node:module";

const require = createRequire(process.env.AJV_FROM + "/");
const Ajv2020 = require("ajv/dist/2020.js").default;
const addFormats = require("ajv-formats").default;

function judge({ schema, instances }) {
  try {
    const ajv = addFormats(new Ajv2020({ strict: false, validateFormats: true }));
    const validate = ajv.compile(schema);
    return { verdicts: instances.map(text => validate(JSON.parse(text))) };
  } catch (error) {
    return { fault: error.message };
  }
}

for await (const line of createInterface({ input: process.stdin })) process.stdout.write(JSON.stringify(judge(JSON.parse(line))) + "\n");
