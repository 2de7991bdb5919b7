import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { isDeepStrictEqual } from 'node:util';
import { parseYaml } from '@redocly/openapi-core';

const requests = new URL('../documents/requests/', import.meta.url);
const token = { Authentication: 'Bearer TOKEN' };
const startLimit = 30_000; // milliseconds
const answerLimit = 10_000; // milliseconds

/** Prism serves the document: it answers the documented requests, and every named example when asked for it. */
export async function answersOfPrism(document, report) {
  const documented = JSON.parse(await readFile(new URL('index.json', requests), 'utf8'));
  const { paths } = parseYaml(await readFile(document, 'utf8'));
  const prism = await start(document);
  try {
    for (const request of documented) {
      const { status, headers } = await send(prism.url, request, token);
      const reasons = status === request.status ? [] : [`expected ${request.status}, found ${status}`];
      if (status < 400) reasons.push(...violations(headers));
      report.add(`Prism answers ${request.status}: ${request.name}`, reasons);
    }

    for (const request of documented.filter((r) => r.status === 200)) {
      const { status } = await send(prism.url, request, {});
      report.add(`Prism answers 401 without a token: ${request.name}`, status === 401 ? [] : [`found ${status}`]);
    }

    for (const { operation, code, name, value } of namedExamples(paths)) {
      const request = documented.find((r) => r.operation === operation && r.status === 200);
      const { status, headers, body } = await send(prism.url, request, { ...token, Prefer: `code=${code}, example=${name}` });
      const reasons = violations(headers);
      if (String(status) !== code) reasons.push(`found ${status}`);
      if (!isDeepStrictEqual(body, value)) reasons.push(`found the body ${JSON.stringify(body)}`);
      report.add(`Prism answers ${operation} with its example '${name}' (${code})`, reasons);
    }
  } finally {
    await prism.stop();
  }
}

/** Starts Prism on a free port of the loopback interface and waits until it listens. */
async function start(document) {
  const program = createRequire(import.meta.url).resolve('@stoplight/prism-cli/dist/index.js');
  const child = spawn(process.execPath, [program, 'mock', '--host', '127.0.0.1', '--port', '0', '--multiprocess', 'false', document], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  const stop = async () => {
    child.kill();
    await exited;
  };

  let output = '';
  const listening = new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`Prism was not up after ${startLimit / 1000} s:\n${output}`)), startLimit);
    const read = (chunk) => {
      output += chunk;
      const url = /listening on (http:\/\/\S+)/.exec(output)?.[1];
      if (!url) return;
      clearTimeout(timer);
      resolve(url);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    exited.then(() => {
      clearTimeout(timer);
      reject(new Error(`Prism ended before it listened:\n${output}`));
    });
  });

  try {
    return { url: await listening, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function send(url, { method, path, contentType, body }, headers) {
  const response = await fetch(new URL(path, url), {
    method,
    headers: contentType ? { ...headers, 'Content-Type': contentType } : headers,
    body: body ? await readFile(new URL(body, requests)) : undefined,
    signal: AbortSignal.timeout(answerLimit),
  });
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

/** What Prism found wrong with the request, or with its own answer. */
const violations = (headers) => {
  const found = headers.get('sl-violations');
  return found ? [found] : [];
};

/** The examples of the operations' own responses; those of shared ones (`$ref`) are served as the 401s above. */
function* namedExamples(paths) {
  for (const item of Object.values(paths)) {
    for (const { operationId: operation, responses } of Object.values(item).filter((member) => member?.operationId)) {
      for (const [code, { content }] of Object.entries(responses)) {
        for (const [name, { value }] of Object.entries(content?.['application/json'].examples ?? {})) {
          yield { operation, code, name, value };
        }
      }
    }
  }
}
