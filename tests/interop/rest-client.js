import assert from 'node:assert/strict';
import client from 'wiremock-rest-client';
import { answered, tryEach } from './behaviours.js';

const body = { found: true };
const ok = { status: 200, body };
const somewhere = { request: { method: 'GET', url: '/somewhere' }, response: { status: 200, jsonBody: body } };

/**
 * What wiremock-rest-client does: every service and method that needs no file and no other server, but for recordings. It asks for the near misses of one
 * request or pattern at paths that WireMock 3.13.2 does not have, so these are left out. It ends the process where a request fails.
 */
export async function askWithRestClient(name, url, report) {
  const { global, mappings, requests, scenarios } = new client.WireMockRestClient(url, { logLevel: 'silent' });
  const made = (more = {}) => mappings.createMapping({ ...somewhere, ...more });

  const exit = process.exit;
  process.exit = () => {
    throw new Error('a request failed, and the client ended the process');
  };
  await tryEach({
    'a stub is created, read, changed and removed': async () => {
      const { id } = await made({ name: 'one', metadata: { team: 'a' } });
      await answered(`${url}/somewhere`, ok);
      assert.equal((await mappings.getMapping(id)).name, 'one');
      await mappings.updateMapping(id, { ...somewhere, response: { status: 503 } });
      await answered(`${url}/somewhere`, { status: 503 });
      assert.equal((await mappings.getAllMappings()).meta.total, 1);
      await mappings.deleteMapping(id);
      await answered(`${url}/somewhere`, { status: 404 });
    },
    'stubs are found and removed by metadata': async () => {
      await made({ metadata: { team: 'a' } });
      await made({ metadata: { team: 'b' } });
      const pattern = { matchesJsonPath: { expression: '$.team', equalTo: 'a' } };
      assert.equal((await mappings.findByMetaData(pattern)).mappings.length, 1);
      await mappings.removeByMetaData(pattern);
      assert.equal((await mappings.getAllMappings()).mappings.length, 1);
    },
    'saved stubs stay when stubs are reset': async () => {
      await made();
      await mappings.saveAllMappings();
      await mappings.resetAllMappings();
      await answered(`${url}/somewhere`, ok);
      await mappings.deleteAllMappings();
      await mappings.resetAllMappings();
      await answered(`${url}/somewhere`, { status: 404 });
    },
    'requests are counted, found and removed': async () => {
      await fetch(`${url}/somewhere`);
      await fetch(`${url}/somewhere/else`);
      const pattern = { method: 'GET', url: '/somewhere' };
      assert.equal((await requests.getCount(pattern)).count, 1);
      assert.equal((await requests.findRequests(pattern)).requests[0].url, '/somewhere');
      const all = await requests.getAllRequests();
      assert.equal(all.requests.length, 2);
      assert.equal((await requests.getRequest(all.requests[0].id)).request.url, '/somewhere/else');
      await requests.deleteRequest(all.requests[0].id);
      await requests.removeRequests(pattern);
      assert.equal((await requests.getAllRequests()).requests.length, 0);
    },
    'requests are removed by the metadata of their stubs': async () => {
      await made({ metadata: { team: 'a' } });
      await fetch(`${url}/somewhere`);
      await fetch(`${url}/somewhere/else`);
      await requests.removeRequestsByMetadata({ matchesJsonPath: { expression: '$.team', equalTo: 'a' } });
      assert.equal((await requests.getAllRequests()).requests.length, 1);
      await requests.deleteAllRequests();
      assert.equal((await requests.getAllRequests()).requests.length, 0);
    },
    'unmatched requests have near misses': async () => {
      await made();
      await fetch(`${url}/somewhere/else`);
      const unmatched = await requests.getUnmatchedRequests();
      assert.equal(unmatched.requests[0].url, '/somewhere/else');
      assert.equal((await requests.getUnmatchedNearMisses()).nearMisses[0].stubMapping.request.url, '/somewhere');
    },
    'a scenario is set and begins again': async () => {
      await made({ scenarioName: 'steps', requiredScenarioState: 'Started', newScenarioState: 'next' });
      await made({ scenarioName: 'steps', requiredScenarioState: 'next', response: { status: 503 } });
      await scenarios.setScenarioState('steps', 'next');
      await answered(`${url}/somewhere`, { status: 503 });
      assert.equal((await scenarios.getAllScenarios()).scenarios[0].state, 'next');
      await scenarios.resetScenario('steps');
      await answered(`${url}/somewhere`, ok);
      await scenarios.resetAllScenarios();
      await answered(`${url}/somewhere`, ok);
    },
    'a delay of all stubs is set': async () => {
      await made();
      await global.updateGlobalSettings({ fixedDelay: 5 });
      await answered(`${url}/somewhere`, ok);
      await global.updateGlobalSettings({});
    },
  }, `wiremock-rest-client, ${name}`, () => global.resetAll(), report).finally(() => (process.exit = exit));
}
