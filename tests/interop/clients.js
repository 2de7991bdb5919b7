import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { askWithCaptain } from './captain.js';
import { askWithRestClient } from './rest-client.js';
import { run, startMock, startWireMock, wireMockJar } from './servers.js';

const program = fileURLToPath(new URL('java/JavaClient.java', import.meta.url));

/** WireMock's clients find what they expect on real WireMock, and the same on the mock. */
export async function clientsOfWireMock(document, report) {
  if (spawnSync('javac', ['-version']).error) {
    report.skip("WireMock's clients work with the mock", 'not tried: put a JDK (17 or later) into the path');
    return;
  }

  const folders = await Promise.all(['wiremock', 'mock'].map((name) => mkdtemp(path.join(tmpdir(), `contract-${name}-`))));
  const started = [];
  try {
    const [wiremock, mock] = await Promise.all([
      startWireMock(folders[0]),
      startMock(document, '--mappings', folders[1]),
    ].map(async (server) => {
      started.push(await server);
      return server;
    }));
    const servers = [['WireMock', wiremock.url], ['mock', mock.url]];

    await askWithJava(servers, report);
    for (const [name, url] of servers) {
      await askWithCaptain(name, url, report);
      await askWithRestClient(name, url, report);
    }
  } finally {
    await Promise.all(started.map((server) => server.stop()));
    await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
  }
}

/** The program prints a line for each behaviour; of one that failed, the reason is the line below. */
async function askWithJava(servers, report) {
  const output = await run('java', ['-cp', wireMockJar, program, ...servers.map(([name, url]) => `${name}=${url}`)]);
  const outcomes = [...output.matchAll(/^(passed|failed) (\w+): (.*)(?:\n {2}(.*))?/gm)];
  for (const [, outcome, name, sentence, reason] of outcomes) {
    report.add(`Java client, ${name}: ${sentence}`, outcome === 'passed' ? [] : [reason]);
  }
  report.add('Java client: everything was tried', outcomes.length < 200 ? [`only ${outcomes.length} behaviours:\n${output}`] : []);
}
