import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** The command line, built. */
export const tool = fileURLToPath(new URL('../../src/Cli/bin/Release/net10.0/social-contract.dll', import.meta.url));

/** Real WireMock, with its Java client. */
export const wireMockJar = createRequire(import.meta.url).resolve('wiremock/build/wiremock-standalone-3.13.2.jar');

const startLimit = 60_000; // milliseconds

/** Runs a program to its end; throws with its output where it fails. */
export async function run(program, args) {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}:\n${output}`);
  return output;
}

/** Starts a server and waits until its output has its address, as the first group of a pattern or as `url` makes it of the group. */
export async function start(program, args, pattern, url = (found) => found) {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = once(child, 'exit');
  const stop = async () => {
    child.kill();
    await exited;
  };

  let output = '';
  const listening = new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${program} was not up after ${startLimit / 1000} s:\n${output}`)), startLimit);
    const read = (chunk) => {
      output += chunk;
      const found = pattern.exec(output)?.[1];
      if (!found) return;
      clearTimeout(timer);
      resolve(url(found));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    exited.then(() => reject(new Error(`${program} ended before it listened:\n${output}`)), reject);
  });

  try {
    return { url: await listening, stop };
  } catch (error) {
    child.kill();
    throw error;
  }
}

/** Starts real WireMock with the stubs and files of a folder. */
export const startWireMock = (folder) => start(
  'java', ['-jar', wireMockJar, '--port', '0', '--bind-address', '127.0.0.1', '--root-dir', folder],
  /^port: +(\d+)/m, (port) => `http://127.0.0.1:${port}`);

/** Starts the mock of a document. */
export const startMock = (document, ...flags) =>
  start('dotnet', [tool, 'mock', '--port', '0', '--spec', document, ...flags], /(http:\/\/127\.0\.0\.1:\d+)/);
