// Times ajv in this process: reads a line `{"case": name, "schema": …, "body": text, "iterations": n}`, answers with nanoseconds for each
// iteration of JSON.parse and the compiled function, once from UTF-8 bytes and once from a string.
import { createInterface } from "node:readline";
import { createRequire } from "node:module";

const require = createRequire(process.env.AJV_FROM + "/");
const Ajv2020 = require("ajv/dist/2020.js").default;
const addFormats = require("ajv-formats").default;
const cases = new Map();

function prepare(request) {
  const ajv = new Ajv2020({ strict: false, allErrors: false });
  addFormats(ajv);
  return { validate: ajv.compile(request.schema), text: request.body, bytes: Buffer.from(request.body, "utf8") };
}

function time(iterations, run) {
  const start = process.hrtime.bigint();
  let valid = 0;
  for (let i = 0; i < iterations; i++) valid += run() ? 1 : 0;
  const nanoseconds = Number(process.hrtime.bigint() - start) / iterations;
  if (valid !== iterations) throw new Error("expected a valid body");
  return nanoseconds;
}

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  if (request.schema) cases.set(request.case, prepare(request));
  const { validate, text, bytes } = cases.get(request.case);
  const answer = {
    bytes: time(request.iterations, () => validate(JSON.parse(bytes.toString("utf8")))),
    text: request.alsoText ? time(request.iterations, () => validate(JSON.parse(text))) : 0,
  };
  process.stdout.write(JSON.stringify(answer) + "\n");
}
