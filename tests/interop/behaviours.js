import assert from 'node:assert/strict';

const limit = 20_000; // milliseconds

/** Tries each behaviour in turn, after `reset`, and reports it by its sentence. */
export async function tryEach(behaviours, prefix, reset, report) {
  for (const [sentence, behave] of Object.entries(behaviours)) {
    try {
      await reset();
      await behave();
      report.add(`${prefix}: ${sentence}`, []);
    } catch (error) {
      report.add(`${prefix}: ${sentence}`, [String(error.message).replaceAll(/\s*\n\s*/g, ' ')]);
    }
  }
}

/** A request, of which `expected` has the status, the body (as JSON or text) or both. */
export async function answered(url, expected, init) {
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(limit) });
  const text = await response.text();
  if (expected.status) assert.equal(response.status, expected.status);
  if (typeof expected.body === 'string') assert.equal(text, expected.body);
  else if (expected.body) assert.deepEqual(JSON.parse(text), expected.body);
}
