import { readFile } from 'node:fs/promises';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import spectralCore from '@stoplight/spectral-core';
import spectralParsers from '@stoplight/spectral-parsers';
import spectralRulesets from '@stoplight/spectral-rulesets';

/**
 * The document, and a copy with a fault that each linter must find: silence about the document means nothing from a
 * linter that is silent about everything. The fault is an example of the wrong type, so it also shows that examples are checked.
 */
async function versions(document) {
  const text = await readFile(document, 'utf8');
  const faulty = text.replace(/^( +)instagram_account_id:\n(.*\n) +type: integer$/m, '$1instagram_account_id:\n$2$1  type: boolean');
  if (faulty === text) throw new Error('The copy with a fault is the document itself: the schema of instagram_account_id was not found.');
  return { text, faulty };
}

export async function lintWithRedocly(document, report) {
  const config = await createConfig({ extends: ['recommended-strict'] });
  const lint = async (source) => {
    const problems = await lintFromString({ source, absoluteRef: document, config });
    return problems.map((p) => `${p.severity} ${p.ruleId} at ${p.location[0]?.pointer ?? '#'}: ${p.message}`);
  };
  await judge('Redocly (recommended-strict)', lint, document, report);
}

export async function lintWithSpectral(document, report) {
  const spectral = new spectralCore.Spectral();
  spectral.setRuleset({
    extends: [[spectralRulesets.oas, 'all']],
    // Addresses of a contact and a licence that nobody has told of, so the document has none.
    rules: { 'contact-properties': 'off', 'license-url': 'off' },
  });
  const lint = async (source) => {
    const results = await spectral.run(new spectralCore.Document(source, spectralParsers.Yaml, document));
    return results.map((r) => `${r.code} in line ${r.range.start.line + 1}: ${r.message}`);
  };
  await judge('Spectral (oas)', lint, document, report);
}

async function judge(name, lint, document, report) {
  const { text, faulty } = await versions(document);
  report.add(`${name} has nothing to say about the document`, await lint(text));
  const found = (await lint(faulty)).filter((line) => line.includes('example'));
  report.add(`${name} finds the example that breaks its schema in a faulty copy`, found.length > 0 ? [] : ['It found nothing.']);
}
