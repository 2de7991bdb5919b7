// What other people's tools say about the document: `node check.js [DOCUMENT]`, exit code 1 where any of them objects.
import { fileURLToPath } from 'node:url';
import { Report } from './report.js';
import { lintWithRedocly, lintWithSpectral } from './linters.js';
import { answersOfPrism } from './prism.js';

const document = process.argv[2] ?? fileURLToPath(new URL('../../spec/openapi.yaml', import.meta.url));
const report = new Report();

await lintWithRedocly(document, report);
await lintWithSpectral(document, report);
await answersOfPrism(document, report);

console.log(report.summary());
process.exitCode = report.failed === 0 ? 0 : 1;
