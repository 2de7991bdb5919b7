import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { run, startMock, startWireMock, tool } from './servers.js';

const requests = new URL('../documents/requests/', import.meta.url);
const kinds = fileURLToPath(new URL('kinds.yaml', import.meta.url));
const token = { Authentication: 'Bearer TOKEN' };
const limit = 20_000; // milliseconds

/** Real WireMock, with what `export wiremock` wrote, answers as the mock does. */
export async function answersOfWireMock(document, report) {
  if (spawnSync('java', ['-version']).error) {
    report.skip('WireMock answers as the mock does', 'not compared with WireMock: put a Java runtime (17 or later) into the path');
    return;
  }

  await compare('spec/openapi.yaml', document, await documentedRequests(), report);
  await compare('kinds.yaml', kinds, requestsOfKinds, report);
}

async function compare(name, document, all, report) {
  const folder = await mkdtemp(path.join(tmpdir(), 'contract-export-'));
  const started = [];
  try {
    await run('dotnet', [tool, 'export', 'wiremock', '--spec', document, '--out', folder]);
    const [wiremock, mock] = await Promise.all([startWireMock(folder), startMock(document)].map(async (server) => {
      started.push(await server);
      return server;
    }));

    for (const request of all) {
      const [expected, found] = await Promise.all([send(mock.url, request), send(wiremock.url, request)]);
      report.add(`WireMock answers as the mock (${expected.status}, ${name}): ${request.name}`, differences(request, expected, found));
    }

    await verified(name, document, wiremock.url, folder, report);
  } finally {
    await Promise.all(started.map((server) => server.stop()));
    await rm(folder, { recursive: true });
  }
}

/** Every request of the suite: a stub keeps no state and knows no tokens, and nothing else of the contract is broken. */
async function verified(name, document, url, folder, report) {
  const file = path.join(folder, '..', `${path.basename(folder)}.json`);
  await run('dotnet', [tool, 'verify', '--spec', document, '--url', url, '--token', 'TOKEN', '--report', `json=${file}`])
    .catch(() => undefined); // It ends with 1, because any token is accepted.
  const { rules, summary } = JSON.parse(await readFile(file, 'utf8'));
  await rm(file);
  const failures = rules.flatMap((rule) => rule.failures ?? [])
    .filter(({ case: id }) => !id.endsWith('/security/unknown') && !id.includes('/sequence/'))
    .map(({ case: id, expected, found }) => `${id}: ${expected} ${found}`);
  if (summary.passed < 50) failures.push(`only ${summary.passed} checks passed`);
  report.add(`WireMock obeys the contract (${name})`, failures);
}

/** The bodies of refusals differ: a stub names one broken rule, the mock all. Values of forms are not filled into responses. */
function differences({ expects, contentType }, expected, found) {
  const reasons = [];
  if (expects && expected.status !== expects) reasons.push(`the mock: expected ${expects}, found ${expected.status}`);
  if (found.status !== expected.status) reasons.push(`expected ${expected.status}, found ${found.status}: ${JSON.stringify(found.body)}`);
  if (found.type !== expected.type) reasons.push(`expected Content-Type ${expected.type}, found ${found.type}`);
  if (expected.status < 400 && !contentType?.includes('form') && !isDeepStrictEqual(found.body, expected.body)) {
    reasons.push(`expected ${JSON.stringify(expected.body)}, found ${JSON.stringify(found.body)}`);
  }
  return reasons;
}

async function send(url, { method, path: target, contentType, headers, body }) {
  const response = await fetch(url + target, {
    method,
    headers: contentType ? { ...headers, 'Content-Type': contentType } : headers,
    body,
    signal: AbortSignal.timeout(limit),
  });
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  return { status: response.status, type, body: type.includes('json') && text ? JSON.parse(text) : text };
}

/** The documentation's table, each of its requests without credentials, and each JSON one with one fault or one wish. */
async function documentedRequests() {
  const table = JSON.parse(await readFile(new URL('index.json', requests), 'utf8'));
  const all = [];
  for (const { name, method, path: target, contentType, body: file, status } of table) {
    const body = file ? await readFile(new URL(file, requests)) : undefined;
    const request = { name, method, path: target, contentType, body, headers: token };
    all.push({ ...request, expects: status });
    all.push({ ...request, name: `${name}, without a token`, headers: {}, expects: 401 });
    all.push({ ...request, name: `${name}, with a bare token`, headers: { Authentication: 'TOKEN' }, expects: 401 });
    if (status !== 200) continue;
    for (const code of ['200', '401', '422', '404', '206']) {
      all.push({ ...request, name: `${name}, Prefer: code=${code}`, headers: { ...token, Prefer: `code=${code}` } });
    }
    for (const example of ['connected', 'nothing-to-connect', 'partially-connected', 'deleted', 'no-such']) {
      all.push({ ...request, name: `${name}, Prefer: example=${example}`, headers: { ...token, Prefer: `example=${example}` } });
    }
    if (contentType === 'application/json') all.push(...faults(request));
  }

  for (const [method, target] of [['GET', '/api/v3/instagram_accounts'], ['PATCH', '/api/v3/instagram_accounts/1'], ['GET', '/nowhere'],
    ['OPTIONS', '/api/v3/facebook_pages'], ['DELETE', '/api/v3/instagram_accounts/abc'], ['DELETE', '/api/v3/instagram_accounts/12']]) {
    all.push({ name: `${method} ${target}`, method, path: target, headers: token });
  }
  return all;
}

/** The request with each member missing or of another type, and with other faults of a body. */
function* faults(request) {
  const value = JSON.parse(request.body);
  const of = (fault, body, contentType = request.contentType) => ({ ...request, name: `${request.name}: ${fault}`, body, contentType });
  yield of('no body', undefined);
  yield of('text after the value', `${request.body} x`);
  yield of('not JSON', 'hello');
  yield of('an array', '[]');
  yield of('as text', 'hello', 'text/plain');
  for (const pointer of pointers(value)) {
    for (const other of [undefined, 7, null, 'x', [], {}, [7]]) {
      yield of(`${pointer.join('/')} is ${JSON.stringify(other)}`, JSON.stringify(changed(value, pointer, other)));
    }
  }
}

function* pointers(value, parent = []) {
  if (value === null || typeof value !== 'object') return;
  for (const key of Object.keys(value)) {
    yield [...parent, key];
    yield* pointers(value[key], [...parent, key]);
  }
}

function changed(value, pointer, other) {
  const copy = structuredClone(value);
  const last = pointer.at(-1);
  const owner = pointer.slice(0, -1).reduce((inner, key) => inner[key], copy);
  if (other === undefined && Array.isArray(owner)) owner.splice(Number(last), 1);
  else if (other === undefined) delete owner[last];
  else owner[last] = other;
  return copy;
}

const trace = { 'X-Trace': '6f3d8d9e-58c4-4b0a-9d66-2f4f0b1a7c10' };
const list = (query, headers = {}) =>
  ({ name: `GET /v2/items?${query}`, method: 'GET', path: `/v2/items?${query}`, headers: { ...trace, ...headers } });
const create = (value) =>
  ({ name: `POST /items ${JSON.stringify(value)}`, method: 'POST', path: '/items?api_key=k', contentType: 'application/json', body: JSON.stringify(value) });

/** Requests for kinds.yaml. */
const requestsOfKinds = [
  ...['limit=1&api_key=k', 'limit=100&api_key=k', 'limit=101&api_key=k', 'limit=0&api_key=k', 'limit=x&api_key=k', 'api_key=k', 'limit=1',
    'limit=1&api_key=', 'limit=1&api_key=k&kind=b.c', 'limit=1&api_key=k&kind=bxc', 'limit=1&api_key=k&kind=d%20e',
    'limit=1&api_key=k&since=2024-02-29', 'limit=1&api_key=k&since=2024-02-30', 'limit=1&api_key=k&code=ABC', 'limit=1&api_key=k&code=ABCD',
    'limit=1&api_key=k&name=a', 'limit=1&api_key=k&name=ab', 'limit=1&api_key=k&name=abcde', 'limit=1&api_key=k&ratio=0',
    'limit=1&api_key=k&ratio=0.5', 'limit=1&api_key=k&flag=true', 'limit=1&api_key=k&flag=yes'].map((query) => list(query)),
  list('limit=1&api_key=k', { 'X-Trace': 'no' }),
  list('limit=1', { Authorization: 'Basic dTpw' }),
  list('limit=1', { Authorization: 'Bearer dTpw' }),
  list('limit=1&api_key=k', { Accept: 'text/csv' }),
  { ...list('limit=1&api_key=k'), name: 'HEAD', method: 'HEAD' },
  ...[{}, { name: 'ab', size: 1 }, { name: 'a', size: 1 }, { name: 'ab', size: 0 }, { name: 'ab', size: 10 }, { name: 'ab', size: 11 },
    { name: 'ab', size: 1.5 }, { name: 'ab', size: 1, note: null }, { name: 'ab', size: 1, note: 5 }, { name: 'ab', size: 1, extra: 1 },
    { name: 'ab', size: 1, made: '2024-01-01T00:00:00Z' }, { name: 'ab', size: 1, made: 'x' }, { name: 'ab', size: 1, tags: ['t1', 't2'] },
    { name: 'ab', size: 1, tags: ['t1', 't1'] }, { name: 'ab', size: 1, tags: ['x'] }, { name: 'ab', size: 1, tags: ['t1', 't2', 't3'] },
    { name: 'ab', size: 1, parent: { name: 'cd', size: 2 } }, { name: 'ab', size: 1, parent: { name: 'cd' } },
    { name: 'ab', size: 1, parent: { name: 'cd', size: 2, parent: { name: 'c', size: 2 } } }, { name: 'ab', size: 1, price: 1.5 },
    { name: 'ab', size: 1, price: 1.3 }, { name: 'ab', size: 1, choice: { a: 'x' } }, { name: 'ab', size: 1, choice: { a: 'x', b: 1 } },
    { name: 'ab', size: 1, choice: {} }, { name: 'ab', size: 1, bag: { x: 1 } }, { name: 'ab', size: 1, bag: { x: 'y' } },
    { name: 'ab', size: 1, bag: { x: 1, y: 2, z: 3 } }, { name: '"{{a}} é', size: 3 }, [], 'text', 5].map(create),
  ...['/items/special', '/v2/items/special', '/items/7', '/items/0', '/items/x', '/v2/items/9'].map((target) =>
    ({ name: `GET ${target}`, method: 'GET', path: target, headers: { Cookie: 'a=b; sid=1' } })),
  ...['size=1&to[name]=x', 'size=1&to%5Bname%5D=x', 'size=1', 'to[name]=x', 'size=1&to[other]=x', 'size=0&to[name]=x', 'size=x&to[name]=x',
    'size=1&to[name]=abcd', 'size=1&to[name]=x&kind=b+c', 'size=1&to[name]=x&kind=c', 'size=1&to[name]=x&note=n1', 'size=1&to[name]=x&note=o',
    'tosize=1&xto[name]=x'].map((body) =>
    ({ name: `POST /forms ${body}`, method: 'POST', path: '/forms', contentType: 'application/x-www-form-urlencoded', body })),
  { name: 'POST /forms as JSON', method: 'POST', path: '/forms', contentType: 'application/json', body: '{}' },
  { name: 'POST /forms without a type', method: 'POST', path: '/forms', body: new Uint8Array([120]) },
  { name: 'GET /items/7 without its cookie', method: 'GET', path: '/items/7', headers: { Cookie: 'a=b' } },
  { name: 'DELETE /items/7', method: 'DELETE', path: '/items/7' },
  { name: 'DELETE /items/special', method: 'DELETE', path: '/items/special' },
  { name: 'PUT /items/special', method: 'PUT', path: '/items/special' },
];
