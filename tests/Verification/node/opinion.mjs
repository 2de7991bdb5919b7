// Judges instances by ajv. Reads lines {"dialect": "draft-04" | "2020-12", "schema": …, "instances": [text, …]}; answers each with
// {"faults": [[{"path", "keyword", "missing"}, …], …]}, a list for each instance, empty where it is valid, or with {"refused": message}.
import { createInterface } from "node:readline";
import Ajv04 from "ajv-draft-04";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const dialects = { "draft-04": Ajv04.default ?? Ajv04, "2020-12": Ajv2020.default ?? Ajv2020 };

const compiled = new Map();

function compile(dialect, schema) {
  const key = dialect + JSON.stringify(schema);
  if (!compiled.has(key)) {
    const ajv = (addFormats.default ?? addFormats)(new dialects[dialect]({ strict: false, allErrors: true }));
    compiled.set(key, ajv.compile(schema));
  }

  return compiled.get(key);
}

function judge({ dialect, schema, instances }) {
  try {
    const validate = compile(dialect, schema);
    const faults = instances.map(text => validate(JSON.parse(text)) ? [] : validate.errors.map(error =>
      ({ path: error.instancePath, keyword: error.keyword, missing: error.params.missingProperty ?? null })));
    return { faults };
  } catch (error) {
    return { refused: error.message };
  }
}

for await (const line of createInterface({ input: process.stdin })) process.stdout.write(JSON.stringify(judge(JSON.parse(line))) + "\n");
