import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { start } from './servers.js';

const cases = new URL('../MockServer/Stubs/cases/templates.json', import.meta.url);
const tool = fileURLToPath(new URL('../../src/Cli/bin/Release/net10.0/social-contract.dll', import.meta.url));
const limit = 20_000; // milliseconds

/** Real WireMock and the mock fill in each template of the table as the table says. */
export async function templatesOfWireMock(document, report) {
  if (spawnSync('java', ['-version']).error) {
    report.skip('WireMock fills in templates as the mock does', 'not compared with WireMock: put a Java runtime (17 or later) into the path');
    return;
  }

  const folder = await mkdtemp(path.join(tmpdir(), 'contract-templates-'));
  const started = [];
  try {
    const jar = createRequire(import.meta.url).resolve('wiremock/build/wiremock-standalone-3.13.2.jar');
    const [wiremock, mock] = await Promise.all([
      start('java', ['-jar', jar, '--port', '0', '--bind-address', '127.0.0.1', '--root-dir', folder],
        /^port: +(\d+)/m, (port) => `http://127.0.0.1:${port}`),
      start('dotnet', [tool, 'mock', '--port', '0', '--spec', document], /(http:\/\/127\.0\.0\.1:\d+)/),
    ].map(async (server) => {
      started.push(await server);
      return server;
    }));

    for (const row of JSON.parse(await readFile(cases, 'utf8'))) {
      const reasons = [];
      for (const [name, { url }] of Object.entries({ wiremock, mock })) {
        const found = await filled(url, row);
        if (found !== row.expected) reasons.push(`${name}: expected ${JSON.stringify(row.expected)}, found ${JSON.stringify(found)}`);
      }
      report.add(`WireMock fills in templates as the mock does: ${row.case}`, reasons);
    }
  } finally {
    await Promise.all(started.map((server) => server.stop()));
    await rm(folder, { recursive: true });
  }
}

async function filled(url, { template, parameters, pathTemplate, send, headers, body }) {
  const stub = {
    request: { method: 'ANY', urlPathTemplate: pathTemplate },
    response: { body: template, transformers: ['response-template'], transformerParameters: parameters },
  };
  await fetch(`${url}/__admin/mappings`, { method: 'DELETE', signal: AbortSignal.timeout(limit) });
  const posted = await fetch(`${url}/__admin/mappings`, {
    method: 'POST', body: JSON.stringify(stub), headers: { 'Content-Type': 'application/json' }, signal: AbortSignal.timeout(limit),
  });
  if (posted.status !== 201) return `${posted.status} ${await posted.text()}`;

  const [method, target] = send.split(' ');
  const type = body === undefined || headers?.['Content-Type'] ? {} : { 'Content-Type': 'text/plain' };
  const response = await fetch(url + target, { method, body, headers: { ...type, ...headers }, signal: AbortSignal.timeout(limit) });
  return response.text();
}
