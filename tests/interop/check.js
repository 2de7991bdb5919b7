// What other people's tools say about spec/openapi.yaml and what is exported from it; exit code 1 where any of them objects.
import { fileURLToPath } from 'node:url';
import { clientsOfWireMock } from './clients.js';
import { lintWithRedocly, lintWithSpectral } from './linters.js';
import { answersOfPrism } from './prism.js';
import { Report } from './report.js';
import { templatesOfWireMock } from './templates.js';
import { answersOfWireMock } from './wiremock.js';

const document = fileURLToPath(new URL('../../spec/openapi.yaml', import.meta.url));
const report = new Report();

await lintWithRedocly(document, report);
await lintWithSpectral(document, report);
await answersOfPrism(document, report);
await answersOfWireMock(document, report);
await clientsOfWireMock(document, report);
await templatesOfWireMock(document, report);

console.log(report.summary());
process.exitCode = report.failed === 0 ? 0 : 1;
