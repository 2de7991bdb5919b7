import assert from 'node:assert/strict';
import { BodyType, DelayType, EndpointFeature, MatchingAttributes, WireMock, WireMockAPI, WireMockFault } from 'wiremock-captain';
import { answered, tryEach } from './behaviours.js';

const json = { 'Content-Type': 'application/json' };
const ok = { status: 200, body: { found: true } };

/** What wiremock-captain does: every method, and every feature of a stub that it has. */
export async function askWithCaptain(name, url, report) {
  const captain = new WireMock(url);
  const stub = (request, features, response = ok) =>
    captain.register({ method: 'GET', endpoint: '/somewhere', ...request }, response, features);
  const post = (body, headers = json) => ({ method: 'POST', body, headers });

  await tryEach({
    'a stub answers with JSON': async () => {
      await stub({});
      await answered(`${url}/somewhere`, ok);
      await answered(`${url}/somewhere/else`, { status: 404 });
    },
    'a stub matches a body, headers, a query and cookies': async () => {
      await stub(
        { method: 'POST', body: { a: 1 }, headers: { 'X-Text': 'abc' }, queryParameters: { q: 'x' }, cookies: { sid: '5' } },
        { requestEndpointFeature: EndpointFeature.UrlPath });
      const headers = { ...json, 'X-Text': 'abc', Cookie: 'sid=5' };
      await answered(`${url}/somewhere?q=x`, ok, post('{"a":1}', headers));
      await answered(`${url}/somewhere?q=x`, { status: 404 }, post('{"a":2}', headers));
      await answered(`${url}/somewhere?q=y`, { status: 404 }, post('{"a":1}', headers));
      await answered(`${url}/somewhere?q=x`, { status: 404 }, post('{"a":1}', { ...headers, Cookie: 'sid=6' }));
    },
    'a stub matches a form': async () => {
      await stub({ method: 'POST', formParameters: { a: 'x y' } });
      await answered(`${url}/somewhere`, ok, post('a=x+y', { 'Content-Type': 'application/x-www-form-urlencoded' }));
    },
    'a stub matches in other ways': async () => {
      await stub(
        { method: 'POST', endpoint: '/some.*', body: '$.a', headers: { 'X-Text': 'b' }, queryParameters: { q: '\\d+' } },
        {
          requestEndpointFeature: EndpointFeature.UrlPathPattern,
          requestBodyFeature: MatchingAttributes.MatchesJsonPath,
          requestHeaderFeatures: { 'X-Text': MatchingAttributes.Contains },
          requestQueryParamFeatures: { q: MatchingAttributes.Matches },
        });
      await answered(`${url}/something?q=12`, ok, post('{"a":1}', { ...json, 'X-Text': 'abc' }));
      await answered(`${url}/something?q=x`, { status: 404 }, post('{"a":1}', { ...json, 'X-Text': 'abc' }));
      await answered(`${url}/something?q=12`, { status: 404 }, post('{"b":1}', { ...json, 'X-Text': 'abc' }));
    },
    'a body is a text or bytes': async () => {
      await stub({ endpoint: '/somewhere/text' }, { responseBodyType: BodyType.Body }, { status: 200, body: 'text' });
      await stub({ endpoint: '/somewhere/bytes' }, { responseBodyType: BodyType.Base64Body }, { status: 200, body: 'YWJj' });
      await answered(`${url}/somewhere/text`, { status: 200, body: 'text' });
      await answered(`${url}/somewhere/bytes`, { status: 200, body: 'abc' });
    },
    'a fault breaks the response': async () => {
      await stub({}, { fault: WireMockFault.EMPTY_RESPONSE });
      await assert.rejects(fetch(`${url}/somewhere`));
    },
    'every delay is accepted': async () => {
      for (const responseDelay of [
        { type: DelayType.FIXED, constantDelay: 5 },
        { type: DelayType.UNIFORM, lower: 1, upper: 5 },
        { type: DelayType.LOG_NORMAL, median: 5, sigma: 0.1 },
        { type: DelayType.CHUNKED_DRIBBLE, numberOfChunks: 2, totalDuration: 10 }]) {
        await stub({}, { responseDelay });
        await answered(`${url}/somewhere`, ok);
      }
    },
    'a scenario goes on, and begins again': async () => {
      await stub({}, { scenario: { scenarioName: 'steps', requiredScenarioState: 'Started', newScenarioState: 'next' } });
      await stub({}, { scenario: { scenarioName: 'steps', requiredScenarioState: 'next' } }, { status: 503 });
      await answered(`${url}/somewhere`, ok);
      await answered(`${url}/somewhere`, { status: 503 });
      assert.equal((await captain.getAllScenarios())[0].state, 'next');
      await captain.resetAllScenarios();
      await answered(`${url}/somewhere`, ok);
    },
    'a priority decides': async () => {
      await stub({}, { stubPriority: 1 });
      await stub({}, {}, { status: 503 });
      await answered(`${url}/somewhere`, ok);
    },
    'stubs are read and removed': async () => {
      const { id } = await stub({});
      assert.equal((await captain.getMapping(id)).request.url, '/somewhere');
      assert.deepEqual((await captain.getAllMappings()).map((found) => found.id), [id]);
      await captain.deleteMapping(id);
      assert.deepEqual(await captain.getAllMappings(), []);
      await stub({});
      await captain.resetMappings();
      assert.deepEqual(await captain.getAllMappings(), []);
    },
    'requests are read': async () => {
      await stub({});
      await fetch(`${url}/somewhere`);
      await fetch(`${url}/somewhere/else`);
      assert.equal((await captain.getAllRequests()).length, 2);
      assert.equal((await captain.getRequestsForAPI('GET', '/somewhere')).length, 1);
      assert.deepEqual((await captain.getUnmatchedRequests()).map((found) => found.url), ['/somewhere/else']);
      await captain.clearAllRequests();
      assert.deepEqual(await captain.getAllRequests(), []);
    },
    'WireMockAPI has the stubs and requests of one operation': async () => {
      const operation = new WireMockAPI(url, '/somewhere', 'GET');
      await operation.register({}, ok);
      await answered(`${url}/somewhere`, ok);
      assert.equal((await operation.getRequestsForAPI()).length, 1);
    },
  }, `wiremock-captain, ${name}`, () => captain.clearAll(), report);
}
