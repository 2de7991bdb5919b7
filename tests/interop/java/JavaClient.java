import static com.github.tomakehurst.wiremock.client.WireMock.*;

import com.github.tomakehurst.wiremock.admin.model.ServeEventQuery;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.VerificationException;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.common.DateTimeTruncation;
import com.github.tomakehurst.wiremock.common.DateTimeUnit;
import com.github.tomakehurst.wiremock.common.Metadata;
import com.github.tomakehurst.wiremock.global.GlobalSettings;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.UniformDistribution;
import com.github.tomakehurst.wiremock.matching.MultipartValuePattern.MatchingType;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.stubbing.StubImport;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Uses WireMock's own client against servers, given as NAME=ADDRESS, and prints a line for each behaviour of each: "passed SENTENCE", or
 * "failed SENTENCE" with the reason below it. Expected results are those of WireMock 3.13.2: the program is run against that first.
 * Paths below /somewhere are not in the document of a mock; those below /api are.
 */
class JavaClient {
    private static final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static String name;
    private static URI server;

    public static void main(String[] arguments) {
        for (var argument : arguments) {
            name = argument.split("=", 2)[0];
            server = URI.create(argument.split("=", 2)[1]);
            configureFor(server.getHost(), server.getPort());
            all();
        }
    }

    private static void all() {
        urls();
        texts();
        severalValues();
        bodies();
        dateTimes();
        multipart();
        responses();
        templates();
        faultsAndDelays();
        scenarios();
        stubs();
        importing();
        journal();
        nearMisses();
        settings();
        wrongInput();
        administration();
    }

    // What a request must be.

    private static void urls() {
        matches("urlEqualTo() with its query", get(urlEqualTo("/somewhere?a=1")), () -> {
            equal(200, got("/somewhere?a=1"));
            equal(404, got("/somewhere?a=2"));
        });
        matches("urlMatching()", get(urlMatching("/somewhere/[a-z]+\\?a=\\d")), () -> {
            equal(200, got("/somewhere/x?a=1"));
            equal(404, got("/somewhere/x?a=12"));
        });
        matches("urlPathEqualTo()", get(urlPathEqualTo("/somewhere")), () -> {
            equal(200, got("/somewhere?a=1"));
            equal(404, got("/somewhere/x"));
        });
        matches("urlPathMatching()", get(urlPathMatching("/somewhere/\\d+")), () -> {
            equal(200, got("/somewhere/12?a=b"));
            equal(404, got("/somewhere/x"));
        });
        matches("urlPathTemplate() and withPathParam()",
            get(urlPathTemplate("/somewhere/{a}/things/{b}")).withPathParam("b", matching("\\d+")), () -> {
                equal(200, got("/somewhere/x/things/1"));
                equal(404, got("/somewhere/x/things/y"));
                equal(404, got("/somewhere/x/y/things/1"));
            });
        matches("a stub for an operation of the document",
            delete(urlPathTemplate("/api/v3/instagram_accounts/{id}")).withPathParam("id", equalTo("78")), () ->
                equal(200, send("DELETE", "/api/v3/instagram_accounts/78", "").statusCode()));
        matches("any(anyUrl())", any(anyUrl()), () -> {
            equal(200, got("/somewhere"));
            equal(200, send("PURGE", "/somewhere/else", "").statusCode());
        });
        matches("getOrHead()", getOrHead(urlEqualTo("/somewhere")), () -> {
            equal(200, got("/somewhere"));
            equal(200, send("HEAD", "/somewhere", "").statusCode());
            equal(404, send("POST", "/somewhere", "").statusCode());
        });
        matches("request() with another method", request("PURGE", urlEqualTo("/somewhere")), () -> {
            equal(200, send("PURGE", "/somewhere", "").statusCode());
            equal(404, got("/somewhere"));
        });
        matches("withHost(), withPort(), withScheme() and withClientIp()", get("/somewhere").withHost(equalTo(server.getHost()))
            .withPort(server.getPort()).withScheme("http").withClientIp(equalTo("127.0.0.1")), () -> equal(200, got("/somewhere")));
        matches("withPort() of another port", get("/somewhere").withPort(1), () -> equal(404, got("/somewhere")));
    }

    private static void texts() {
        header("equalTo()", equalTo("abc"), List.of("abc"), List.of("ABC", "abcd"));
        header("equalToIgnoreCase()", equalToIgnoreCase("abc"), List.of("aBC"), List.of("abcd"));
        header("containing()", containing("b"), List.of("abc"), List.of("ac"));
        header("notContaining()", notContaining("b"), List.of("ac"), List.of("abc"));
        header("matching()", matching("a.+"), List.of("abc"), List.of("bac", "a"));
        header("notMatching()", notMatching("a.+"), List.of("bac", "a"), List.of("abc"));
        header("and()", and(containing("a"), containing("b")), List.of("ba"), List.of("a"));
        header("or()", or(equalTo("a"), equalTo("b")), List.of("a", "b"), List.of("c"));
        header("not()", not(equalTo("a")), List.of("b"), List.of("a"));
        header("equalTo().or().and()", equalTo("a").or(matching("b.*")), List.of("a", "bc"), List.of("c"));
        matches("absent()", get("/somewhere").withHeader("X-Text", absent()).withQueryParam("a", absent()), () -> {
            equal(200, got("/somewhere"));
            equal(404, got("/somewhere", "X-Text", "a"));
            equal(404, got("/somewhere?a=1"));
        });
        matches("withQueryParam()", get(urlPathEqualTo("/somewhere")).withQueryParam("a", equalTo("x y")), () -> {
            equal(200, got("/somewhere?b=1&a=x%20y"));
            equal(200, got("/somewhere?a=x+y"));
            equal(404, got("/somewhere?a=x"));
        });
        matches("withCookie()", get("/somewhere").withCookie("sid", matching("\\d+")), () -> {
            equal(200, got("/somewhere", "Cookie", "other=x; sid=12"));
            equal(404, got("/somewhere", "Cookie", "sid=x"));
            equal(404, got("/somewhere"));
        });
        matches("withBasicAuth()", get("/somewhere").withBasicAuth("user", "secret"), () -> {
            equal(200, got("/somewhere", "Authorization", basic("user:secret")));
            equal(404, got("/somewhere", "Authorization", basic("user:other")));
            equal(404, got("/somewhere"));
        });
        matches("withFormParam()", post("/somewhere").withFormParam("a[b]", equalTo("x y")), () -> {
            var form = "application/x-www-form-urlencoded";
            equal(200, send("POST", "/somewhere", "a%5Bb%5D=x+y&c=1", "Content-Type", form).statusCode());
            equal(404, send("POST", "/somewhere", "a=x", "Content-Type", form).statusCode());
        });
    }

    private static void severalValues() {
        matches("havingExactly() texts", get(urlPathEqualTo("/somewhere")).withQueryParam("a", havingExactly("1", "2")), () -> {
            equal(200, got("/somewhere?a=2&a=1"));
            equal(404, got("/somewhere?a=1"));
            equal(404, got("/somewhere?a=1&a=2&a=3"));
        });
        matches("havingExactly() matchers",
            get(urlPathEqualTo("/somewhere")).withQueryParam("a", havingExactly(equalTo("1"), containing("x"))), () -> {
                equal(200, got("/somewhere?a=1&a=xy"));
                equal(404, got("/somewhere?a=1&a=2"));
            });
        matches("including()", get("/somewhere").withHeader("X-Text", including("1", "2")), () -> {
            equal(200, got("/somewhere", "X-Text", "3", "X-Text", "2", "X-Text", "1"));
            equal(404, got("/somewhere", "X-Text", "1", "X-Text", "3"));
        });
        matches("noValues()", get(urlPathEqualTo("/somewhere")).withQueryParam("a", noValues()), () -> {
            equal(200, got("/somewhere?b=1"));
            equal(404, got("/somewhere?a=1"));
        });
        matches("equalTo() with one of several values", get(urlPathEqualTo("/somewhere")).withQueryParam("a", equalTo("2")), () ->
            equal(200, got("/somewhere?a=1&a=2")));
    }

    private static void bodies() {
        body("equalTo()", equalTo("a text"), List.of("a text"), List.of("another"));
        body("containing()", containing("tex"), List.of("a text"), List.of("another"));
        body("matching()", matching("a .*"), List.of("a text"), List.of("another"));
        body("equalToJson()", equalToJson("{\"a\":1,\"b\":[1,2]}"), List.of("{\"b\":[1,2],\"a\":1.0}"),
            List.of("{\"a\":1,\"b\":[2,1]}", "{\"a\":1,\"b\":[1,2],\"c\":1}", "{\"a\":1}", "not JSON"));
        body("equalToJson() in any order", equalToJson("{\"b\":[1,2]}", true, false), List.of("{\"b\":[2,1]}"),
            List.of("{\"b\":[2,1],\"c\":1}", "{\"b\":[1]}"));
        body("equalToJson() with more members", equalToJson("{\"b\":[1,2]}", false, true), List.of("{\"b\":[1,2],\"c\":1}"),
            List.of("{\"b\":[2,1],\"c\":1}"));
        body("equalToJson() with both", equalToJson("{\"b\":[{\"x\":1},2]}", true, true), List.of("{\"b\":[2,{\"x\":1,\"y\":2}],\"c\":1}"),
            List.of("{\"b\":[2,{\"y\":2}]}"));
        body("equalToJson() with placeholders",
            equalToJson("{\"id\":\"${json-unit.any-number}\",\"name\":\"${json-unit.any-string}\",\"x\":\"${json-unit.regex}[a-z]+\"}"),
            List.of("{\"id\":5,\"name\":\"n\",\"x\":\"abc\"}"), List.of("{\"id\":\"5\",\"name\":\"n\",\"x\":\"abc\"}",
                "{\"id\":5,\"name\":\"n\",\"x\":\"5\"}"));
        body("matchingJsonPath()", matchingJsonPath("$.things[?(@.size > 3)]"), List.of("{\"things\":[{\"size\":1},{\"size\":4}]}"),
            List.of("{\"things\":[{\"size\":1}]}", "{}", "not JSON"));
        body("matchingJsonPath() with a text", matchingJsonPath("$.a.b", equalTo("x")), List.of("{\"a\":{\"b\":\"x\"}}"),
            List.of("{\"a\":{\"b\":\"y\"}}", "{\"a\":{}}"));
        body("matchingJsonPath() with absent()", matchingJsonPath("$.a", absent()), List.of("{}"), List.of("{\"a\":1}"));
        body("matchingJsonPath() with equalToJson()", matchingJsonPath("$.a", equalToJson("{\"x\":1}")), List.of("{\"a\":{\"x\":1}}"),
            List.of("{\"a\":{\"x\":2}}"));
        var schema = "{\"type\":\"object\",\"required\":[\"a\"],\"properties\":{\"a\":{\"type\":\"integer\",\"minimum\":2}}}";
        body("matchingJsonSchema()", matchingJsonSchema(schema), List.of("{\"a\":2}"), List.of("{\"a\":1}", "{}", "[]"));
        body("matchingJsonSchema() of draft 7", matchingJsonSchema(schema, JsonSchemaVersion.V7), List.of("{\"a\":2}"), List.of("{}"));
        body("equalToXml()", equalToXml("<a><b c=\"1\"/></a>"), List.of("<a>\n  <b c='1'></b>\n</a>"), List.of("<a><b c=\"2\"/></a>"));
        body("equalToXml() with placeholders", equalToXml("<a>${xmlunit.isNumber}</a>", true), List.of("<a>5</a>"), List.of("<a>x</a>"));
        body("matchingXPath()", matchingXPath("/a/b[@c='1']"), List.of("<a><b c=\"1\"/></a>"), List.of("<a><b c=\"2\"/></a>"));
        body("matchingXPath() with a text", matchingXPath("//b/text()", containing("x")), List.of("<a><b>xy</b></a>"),
            List.of("<a><b>z</b></a>"));
        matches("binaryEqualTo()", post("/somewhere").withRequestBody(binaryEqualTo(new byte[] {1, 2, 3})), () -> {
            equal(200, sendBytes(new byte[] {1, 2, 3}).statusCode());
            equal(404, sendBytes(new byte[] {1, 2}).statusCode());
        });
        matches("several bodies' patterns", post("/somewhere").withRequestBody(containing("a")).withRequestBody(containing("b")), () -> {
            equal(200, send("POST", "/somewhere", "ba").statusCode());
            equal(404, send("POST", "/somewhere", "a").statusCode());
        });
    }

    private static void dateTimes() {
        header("before()", before("2026-01-02T00:00:00Z"), List.of("2026-01-01T23:59:59Z", "2026-01-02T00:30:00+01:00"),
            List.of("2026-01-02T00:00:01Z", "no date"));
        header("after()", after("2026-01-02T00:00:00Z"), List.of("2026-01-02T00:00:01Z"), List.of("2026-01-01T23:59:59Z"));
        header("equalToDateTime()", equalToDateTime("2026-01-02T00:00:00Z"), List.of("2026-01-02T01:00:00+01:00"),
            List.of("2026-01-02T00:00:01Z"));
        header("before() of RFC 1123", before("2026-01-02T00:00:00Z"), List.of("Thu, 01 Jan 2026 12:00:00 GMT"),
            List.of("Sat, 03 Jan 2026 12:00:00 GMT"));
        header("actualFormat()", equalToDateTime("2026-06-05T00:00:00").actualFormat("dd/MM/yyyy"), List.of("05/06/2026"),
            List.of("06/05/2026"));
        header("truncateActual()", equalToDateTime("2026-06-01T00:00:00Z").truncateActual(DateTimeTruncation.FIRST_DAY_OF_MONTH),
            List.of("2026-06-17T12:00:00Z"), List.of("2026-07-17T12:00:00Z"));
        header("afterNow() and an offset", afterNow().expectedOffset(-3, DateTimeUnit.DAYS), List.of(ZonedDateTime.now().minusDays(2).toString()
            .replaceAll("\\[.*", "")), List.of("2020-01-01T00:00:00Z"));
        header("beforeNow()", beforeNow(), List.of("2020-01-01T00:00:00Z"), List.of("2199-01-01T00:00:00Z"));
    }

    private static void multipart() {
        var type = "multipart/form-data; boundary=xyz";
        var parts = "--xyz\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n--xyz\r\nContent-Disposition: form-data; "
            + "name=\"file\"; filename=\"a.json\"\r\nContent-Type: application/json\r\n\r\n{\"a\":1}\r\n--xyz--\r\n";
        matches("aMultipart() with a name, a header and a body", post("/somewhere").withMultipartRequestBody(
            aMultipart("file").withHeader("Content-Type", containing("json")).withBody(equalToJson("{\"a\":1}"))), () -> {
            equal(200, send("POST", "/somewhere", parts, "Content-Type", type).statusCode());
            equal(404, send("POST", "/somewhere", parts.replace("{\"a\":1}", "{\"a\":2}"), "Content-Type", type).statusCode());
            equal(404, send("POST", "/somewhere", parts.replace("\"file\"", "\"other\""), "Content-Type", type).statusCode());
        });
        matches("aMultipart() with a file name",
            post("/somewhere").withMultipartRequestBody(aMultipart().withFileName("a.json")), () -> {
                equal(200, send("POST", "/somewhere", parts, "Content-Type", type).statusCode());
                equal(404, send("POST", "/somewhere", parts.replace("a.json", "b.json"), "Content-Type", type).statusCode());
            });
        matches("aMultipart() of all parts", post("/somewhere").withMultipartRequestBody(
            aMultipart().matchingType(MatchingType.ALL).withBody(matching("(?s).*[a-z].*"))), () -> {
            equal(200, send("POST", "/somewhere", parts, "Content-Type", type).statusCode());
            equal(404, send("POST", "/somewhere", parts.replace("hello", "5"), "Content-Type", type).statusCode());
        });
    }

    // What is sent.

    private static void responses() {
        answers("a status, headers and a text", aResponse().withStatus(418).withHeader("X-Kind", "a", "b").withBody("tea"), found -> {
            equal(418, found.statusCode());
            equal(List.of("a", "b"), found.headers().allValues("X-Kind"));
            equal("tea", text(found));
        });
        answers("okJson()", okJson("{\"a\":1}"), found -> {
            equal("application/json", found.headers().firstValue("Content-Type").orElse(null));
            equal("{\"a\":1}", text(found));
        });
        answers("jsonResponse()", jsonResponse(Map.of("a", 1), 201), found -> {
            equal(201, found.statusCode());
            equal("{\"a\":1}", text(found).replaceAll("\\s", ""));
        });
        answers("bytes", aResponse().withBody(new byte[] {0, 1, (byte) 255}), found ->
            equal("[0, 1, -1]", Arrays.toString(found.body())));
        answers("withBase64Body()", aResponse().withBase64Body("AAH/"), found -> equal("[0, 1, -1]", Arrays.toString(found.body())));
        answers("noContent()", noContent(), found -> equal(204, found.statusCode()));
        answers("temporaryRedirect()", temporaryRedirect("/somewhere/else"), found -> {
            equal(302, found.statusCode());
            equal("/somewhere/else", found.headers().firstValue("Location").orElse(null));
        });
        answers("a text that is not ASCII", aResponse().withBody("é€"), found -> equal("é€", text(found)));
        check("a response is a file that was put", () -> {
            equal(200, send("PUT", "/__admin/files/one.json", "{\"from\":\"a file\"}").statusCode());
            stubFor(get("/somewhere").willReturn(aResponse().withBodyFile("one.json")));
            equal("{\"from\":\"a file\"}", text(send("GET", "/somewhere", "")));
            equal("{\"from\":\"a file\"}", text(send("GET", "/__admin/files/one.json", "")));
            holds(text(send("GET", "/__admin/files", "")).contains("one.json"), "GET /__admin/files does not list one.json");
            equal(200, send("DELETE", "/__admin/files/one.json", "").statusCode());
            equal(404, send("GET", "/__admin/files/one.json", "").statusCode());
        });
    }

    private static void templates() {
        template("request parts", "{{request.method}} {{request.path}} {{request.pathSegments.[1]}} {{request.query.a}} "
            + "{{request.headers.X-Text}} {{request.cookies.sid}}", "POST /somewhere/x x 1 abc 7");
        template("a body", "{{jsonPath request.body '$.name'}} {{request.body}}", "n {\"name\":\"n\"}");
        template("helpers", "{{trim ' x '}} {{base64 'abc'}} {{urlEncode 'a b'}} {{#if request.query.a}}yes{{else}}no{{/if}} {{math 1 '+' 2}}",
            "x YWJj a+b yes 3");
        template("blocks", "{{#each (array 1 2 3) as |x|}}{{x}};{{/each}}", "1;2;3;");
        template("parameters", "{{parameters.who}}", "you");
        check("a template of a header is filled in", () -> {
            stubFor(get(urlPathTemplate("/somewhere/{id}")).willReturn(ok().withTransformers("response-template")
                .withHeader("X-Id", "{{request.path.id}}")));
            equal("12", send("GET", "/somewhere/12", "").headers().firstValue("X-Id").orElse(null));
        });
    }

    private static void faultsAndDelays() {
        for (var fault : Fault.values()) {
            check("the fault " + fault + " breaks the response", () -> {
                stubFor(get("/somewhere").willReturn(aResponse().withFault(fault)));
                try {
                    var found = send("GET", "/somewhere", "");
                    throw new AssertionError("expected no response, found " + found.statusCode() + " " + text(found));
                } catch (IOException expected) {
                    // The client saw a broken response or connection.
                }
            });
        }
        delayed("withFixedDelay()", aResponse().withFixedDelay(120), 120);
        delayed("withUniformRandomDelay()", aResponse().withUniformRandomDelay(120, 140), 120);
        delayed("withLogNormalRandomDelay()", aResponse().withLogNormalRandomDelay(150, 0), 140);
        delayed("withChunkedDribbleDelay()", ok("abcdefgh").withChunkedDribbleDelay(4, 200), 120);
        check("withChunkedDribbleDelay() sends the whole body", () -> {
            stubFor(get("/somewhere").willReturn(ok("abcdefgh").withChunkedDribbleDelay(3, 30)));
            equal("abcdefgh", text(send("GET", "/somewhere", "")));
        });
    }

    private static void scenarios() {
        check("a scenario goes from state to state, and back when it is reset", () -> {
            scenario();
            equal("first", text(send("GET", "/somewhere", "")));
            equal("second", text(send("GET", "/somewhere", "")));
            equal("second", text(send("GET", "/somewhere", "")));
            resetScenario("steps");
            equal("first", text(send("GET", "/somewhere", "")));
            resetAllScenarios();
            equal("first", text(send("GET", "/somewhere", "")));
        });
        check("getAllScenarios() has states and stubs, and setScenarioState() sets one", () -> {
            scenario();
            var found = getAllScenarios();
            equal(1, found.size());
            equal("steps", found.get(0).getName());
            equal("Started", found.get(0).getState());
            holds(found.get(0).getPossibleStates().containsAll(List.of("Started", "next")), "states " + found.get(0).getPossibleStates());
            equal(2, found.get(0).getMappings().size());
            setScenarioState("steps", "next");
            equal("next", getAllScenarios().get(0).getState());
            equal("second", text(send("GET", "/somewhere", "")));
        });
        refused("setScenarioState() of an unknown scenario", () -> setScenarioState("unknown", "next"));
        refused("setScenarioState() with an unknown state", () -> {
            scenario();
            setScenarioState("steps", "unknown");
        });
    }

    // Stubs.

    private static void stubs() {
        check("the last stub wins, and a priority before it", () -> {
            stubFor(get("/somewhere").atPriority(1).willReturn(ok("high")));
            stubFor(get(urlMatching("/some.*")).willReturn(ok("first")));
            stubFor(get(urlMatching("/some.*")).willReturn(ok("last")));
            equal("high", text(send("GET", "/somewhere", "")));
            equal("last", text(send("GET", "/somewhere/else", "")));
        });
        check("a stub keeps its id, name, priority, metadata and persistence", () -> {
            var id = UUID.randomUUID();
            var made = stubFor(get("/somewhere").withId(id).withName("one").atPriority(3).persistent(false)
                .withMetadata(Metadata.metadata().attr("team", "a").list("tags", "x", "y")).willReturn(ok("text")));
            var found = getSingleStubMapping(id);
            equal(id, made.getId());
            equal(made, found);
            equal("one", found.getName());
            equal(3, found.getPriority());
            equal("a", found.getMetadata().getString("team"));
            equal(List.of("x", "y"), found.getMetadata().getList("tags"));
            equal("text", found.getResponse().getBody());
        });
        check("every kind of stub is read as it was sent", () -> {
            var made = stubFor(everything());
            equal(StubMapping.buildJsonStringFor(made), StubMapping.buildJsonStringFor(getSingleStubMapping(made.getId())));
        });
        check("listAllStubMappings() has the last first", () -> {
            var first = stubFor(get("/somewhere/1"));
            var last = stubFor(get("/somewhere/2"));
            equal(List.of(last.getId(), first.getId()), listAllStubMappings().getMappings().stream().map(StubMapping::getId).toList());
            equal(2, listAllStubMappings().getMeta().total);
        });
        check("editStub() replaces the stub with its id", () -> {
            var id = UUID.randomUUID();
            stubFor(get("/somewhere").withId(id).willReturn(ok("old")));
            editStub(get("/somewhere").withId(id).willReturn(ok("new")));
            equal("new", text(send("GET", "/somewhere", "")));
            equal(1, listAllStubMappings().getMappings().size());
        });
        check("removeStub() takes a stub by itself, its request or its id", () -> {
            removeStub(stubFor(get("/somewhere/1")));
            var second = get("/somewhere/2");
            stubFor(second);
            removeStub(second);
            removeStub(stubFor(get("/somewhere/3")).getId());
            equal(0, listAllStubMappings().getMappings().size());
        });
        check("findStubsByMetadata() and removeStubsByMetadata()", () -> {
            stubFor(get("/somewhere/1").withMetadata(Map.of("team", "a")));
            stubFor(get("/somewhere/2").withMetadata(Map.of("team", "b")));
            var found = findStubsByMetadata(matchingJsonPath("$.team", equalTo("a")));
            equal(1, found.size());
            equal("/somewhere/1", found.get(0).getRequest().getUrl());
            equal(1, findStubsByMetadata(equalToJson("{\"team\":\"b\"}")).size());
            removeStubsByMetadata(matchingJsonPath("$.team", equalTo("a")));
            equal(List.of("/somewhere/2"), urlsOfStubs());
        });
        check("resetToDefault() takes what is not in the folder, and removeAllMappings() everything", () -> {
            stubFor(get("/somewhere"));
            resetToDefault();
            equal(0, listAllStubMappings().getMappings().size());
            stubFor(get("/somewhere"));
            removeAllMappings();
            equal(0, listAllStubMappings().getMappings().size());
        });
        check("saveAllMappings() keeps stubs through resetToDefault(), and a persistent one is saved at once", () -> {
            stubFor(get("/somewhere/saved").willReturn(ok("saved")));
            saveAllMappings();
            stubFor(get("/somewhere/persistent").persistent().willReturn(ok("persistent")));
            stubFor(get("/somewhere/other"));
            resetToDefault();
            equal("saved", text(send("GET", "/somewhere/saved", "")));
            equal("persistent", text(send("GET", "/somewhere/persistent", "")));
            equal(404, got("/somewhere/other"));
            removeAllMappings();
            resetToDefault();
            equal(0, listAllStubMappings().getMappings().size());
        });
        check("stubs that answered nothing are listed and removed", () -> {
            stubFor(get("/somewhere/used"));
            stubFor(get("/somewhere/unused"));
            got("/somewhere/used");
            var found = text(send("GET", "/__admin/mappings/unmatched", ""));
            holds(found.contains("/somewhere/unused") && !found.contains("/somewhere/used"), found);
            equal(200, send("DELETE", "/__admin/mappings/unmatched", "").statusCode());
            equal(List.of("/somewhere/used"), urlsOfStubs());
        });
    }

    private static void importing() {
        check("importStubs() overwrites stubs with the same id", () -> {
            var id = UUID.randomUUID();
            stubFor(get("/somewhere").withId(id).willReturn(ok("old")));
            importStubs(StubImport.stubImport().stub(get("/somewhere").withId(id).willReturn(ok("new"))).stub(get("/somewhere/else"))
                .overwriteExisting());
            equal("new", text(send("GET", "/somewhere", "")));
            equal(200, got("/somewhere/else"));
        });
        check("importStubs() leaves stubs with the same id where it is told to", () -> {
            var id = UUID.randomUUID();
            stubFor(get("/somewhere").withId(id).willReturn(ok("old")));
            importStubs(StubImport.stubImport().stub(get("/somewhere").withId(id).willReturn(ok("new"))).ignoreExisting());
            equal("old", text(send("GET", "/somewhere", "")));
        });
        check("importStubs() removes the others where it is told to", () -> {
            stubFor(get("/somewhere/old"));
            importStubs(StubImport.stubImport().stub(get("/somewhere/new")).deleteAllExistingStubsNotInImport());
            equal(List.of("/somewhere/new"), urlsOfStubs());
        });
    }

    // The journal.

    private static void journal() {
        check("verify() counts", () -> {
            got("/somewhere", "X-Text", "a");
            got("/somewhere", "X-Text", "b");
            verify(2, getRequestedFor(urlEqualTo("/somewhere")));
            verify(1, getRequestedFor(urlEqualTo("/somewhere")).withHeader("X-Text", equalTo("a")));
            verify(0, postRequestedFor(anyUrl()));
            verify(exactly(1), getRequestedFor(anyUrl()).withHeader("X-Text", equalTo("b")));
            verify(lessThan(3), anyRequestedFor(anyUrl()));
            verify(lessThanOrExactly(2), anyRequestedFor(anyUrl()));
            verify(moreThan(1), anyRequestedFor(anyUrl()));
            verify(moreThanOrExactly(2), anyRequestedFor(anyUrl()));
            verify(getRequestedFor(urlPathEqualTo("/somewhere")).withoutHeader("X-Other"));
        });
        check("verify() has every part of a request", () -> {
            send("POST", "/somewhere?a=1&a=2", "{\"n\":1}", "Content-Type", "application/json", "Cookie", "sid=5", "Authorization",
                basic("user:secret"));
            verify(postRequestedFor(urlPathTemplate("/{first}")).withQueryParam("a", including("1", "2"))
                .withCookie("sid", equalTo("5")).withRequestBody(matchingJsonPath("$.n")).withPathParam("first", equalTo("somewhere")));
        });
        check("a failed verify() shows the nearest request", () -> {
            got("/somewhere", "X-Text", "a");
            try {
                verify(getRequestedFor(urlEqualTo("/somewhere")).withHeader("X-Text", equalTo("z")));
            } catch (VerificationException expected) {
                holds(expected.getMessage().contains("/somewhere") && expected.getMessage().contains("X-Text"), expected.getMessage());
                return;
            }
            throw new AssertionError("expected a VerificationException");
        });
        check("findAll() has the requests, with their parts", () -> {
            send("POST", "/somewhere?a=1", "text", "X-Text", "abc", "Cookie", "sid=5", "Content-Type", "text/plain");
            var found = findAll(postRequestedFor(urlPathEqualTo("/somewhere")));
            equal(1, found.size());
            equal("/somewhere?a=1", found.get(0).getUrl());
            equal(server.resolve("/somewhere?a=1").toString(), found.get(0).getAbsoluteUrl());
            equal("text", found.get(0).getBodyAsString());
            equal("abc", found.get(0).getHeader("X-Text"));
            equal("1", found.get(0).queryParameter("a").firstValue());
            equal("127.0.0.1", found.get(0).getClientIp());
            equal("http", found.get(0).getScheme());
            equal(server.getPort(), found.get(0).getPort());
            holds(found.get(0).getLoggedDate() != null, "no date");
        });
        check("getAllServeEvents() has requests, stubs and responses, the last first", () -> {
            var stub = stubFor(get("/somewhere").willReturn(aResponse().withStatus(201).withHeader("X-Kind", "a").withBody("text")));
            got("/somewhere");
            got("/somewhere/else");
            var found = getAllServeEvents();
            equal(2, found.size());
            equal("/somewhere/else", found.get(0).getRequest().getUrl());
            equal(false, found.get(0).getWasMatched());
            equal(true, found.get(1).getWasMatched());
            equal(stub.getId(), found.get(1).getStubMapping().getId());
            equal(201, found.get(1).getResponse().getStatus());
            equal("text", found.get(1).getResponse().getBodyAsString());
            equal("a", found.get(1).getResponse().getHeaders().getHeader("X-Kind").firstValue());
            equal(201, found.get(1).getResponseDefinition().getStatus());
            holds(found.get(1).getTiming() != null, "no timing");
        });
        check("getAllServeEvents() asks for a stub's, or for the unmatched", () -> {
            var stub = stubFor(get("/somewhere"));
            got("/somewhere");
            got("/somewhere/else");
            equal(List.of("/somewhere"), urls(getAllServeEvents(ServeEventQuery.forStubMapping(stub))));
            equal(List.of("/somewhere/else"), urls(getAllServeEvents(ServeEventQuery.ALL_UNMATCHED)));
        });
        check("removeServeEvent() and removeServeEvents() take entries out", () -> {
            got("/somewhere/1");
            got("/somewhere/2");
            got("/somewhere/3");
            removeServeEvent(getAllServeEvents().get(0).getId());
            equal(List.of("/somewhere/2", "/somewhere/1"), urls(getAllServeEvents()));
            equal(List.of("/somewhere/1"), urls(removeServeEvents(getRequestedFor(urlEqualTo("/somewhere/1")))));
            equal(List.of("/somewhere/2"), urls(getAllServeEvents()));
        });
        check("removeEventsByStubMetadata() takes a stub's entries out", () -> {
            stubFor(get("/somewhere/1").withMetadata(Map.of("team", "a")));
            got("/somewhere/1");
            got("/somewhere/2");
            equal(1, removeEventsByStubMetadata(matchingJsonPath("$.team", equalTo("a"))).size());
            equal(List.of("/somewhere/2"), urls(getAllServeEvents()));
        });
        check("resetAllRequests() empties the journal and leaves the stubs", () -> {
            stubFor(get("/somewhere"));
            got("/somewhere");
            resetAllRequests();
            equal(0, getAllServeEvents().size());
            equal(1, listAllStubMappings().getMappings().size());
        });
        check("reset() empties stubs, journal and scenarios", () -> {
            scenario();
            got("/somewhere");
            reset();
            equal(0, getAllServeEvents().size());
            equal(0, listAllStubMappings().getMappings().size());
            equal(0, getAllScenarios().size());
        });
    }

    private static void nearMisses() {
        check("findUnmatchedRequests() has what no stub answered", () -> {
            stubFor(get("/somewhere"));
            got("/somewhere");
            got("/somewhere/else");
            equal(List.of("/somewhere/else"), findUnmatchedRequests().stream().map(request -> request.getUrl()).toList());
        });
        check("findNearMissesForAllUnmatched() has the nearest stubs", () -> {
            stubFor(get("/somewhere").withHeader("X-Text", equalTo("abc")));
            stubFor(post("/elsewhere/very/far/away"));
            got("/somewhere", "X-Text", "abd");
            var found = findNearMissesForAllUnmatched();
            equal("/somewhere", found.get(0).getStubMapping().getRequest().getUrl());
            equal("/somewhere", found.get(0).getRequest().getUrl());
            holds(found.get(0).getMatchResult().getDistance() > 0 && found.get(0).getMatchResult().getDistance() < 0.5,
                "distance " + found.get(0).getMatchResult().getDistance());
        });
        check("findNearMissesFor() a request has stubs", () -> {
            stubFor(get("/somewhere/1"));
            stubFor(get("/nothing/like/that"));
            got("/somewhere/2");
            var found = findNearMissesFor(findUnmatchedRequests().get(0));
            equal("/somewhere/1", found.get(0).getStubMapping().getRequest().getUrl());
        });
        check("findNearMissesFor() a pattern has requests", () -> {
            got("/somewhere/1");
            got("/nothing/like/that");
            var found = findNearMissesFor(getRequestedFor(urlEqualTo("/somewhere/2")));
            equal("/somewhere/1", found.get(0).getRequest().getUrl());
        });
    }

    // The server.

    private static void settings() {
        check("setGlobalFixedDelay() delays stubs", () -> {
            stubFor(get("/somewhere"));
            setGlobalFixedDelay(120);
            try {
                holds(milliseconds("/somewhere") >= 120, "not delayed");
                equal(120, getSettings().getFixedDelay());
            } finally {
                updateSettings(GlobalSettings.defaults());
            }
        });
        check("setGlobalRandomDelay() delays stubs", () -> {
            stubFor(get("/somewhere"));
            setGlobalRandomDelay(new UniformDistribution(120, 130));
            try {
                holds(milliseconds("/somewhere") >= 120, "not delayed");
            } finally {
                updateSettings(GlobalSettings.defaults());
            }
        });
        check("a stub's own delay replaces that of the settings", () -> {
            stubFor(get("/somewhere").willReturn(ok().withFixedDelay(1)));
            setGlobalFixedDelay(60);
            got("/somewhere");
            updateSettings(GlobalSettings.defaults());
            equal(1, getAllServeEvents().get(0).getTiming().getAddedDelay());
        });
    }

    private static void wrongInput() {
        check("a stub with an unknown member is refused with 422 and its pointer", () -> {
            var found = send("POST", "/__admin/mappings", "{\"request\":{\"methd\":\"GET\"}}");
            equal(422, found.statusCode());
            holds(text(found).contains("/request/methd"), text(found));
        });
        check("what is not JSON is refused with 422", () -> equal(422, send("POST", "/__admin/mappings", "{").statusCode()));
        check("an unknown id is 404 without errors", () -> equal(404, send("GET", "/__admin/mappings/" + UUID.randomUUID(), "").statusCode()));
        refused("getSingleStubMapping() of an unknown id", () -> getSingleStubMapping(UUID.randomUUID()));
    }

    private static void administration() {
        check("GET /__admin/health is healthy", () -> {
            var found = send("GET", "/__admin/health", "");
            equal(200, found.statusCode());
            holds(text(found).replaceAll("\\s", "").contains("\"status\":\"healthy\""), text(found));
        });
        check("GET /__admin/version has a version", () ->
            holds(text(send("GET", "/__admin/version", "")).matches("(?s).*\"version\"\\s*:\\s*\"\\d+\\..*"), "no version"));
    }

    // What the checks share.

    private interface Action {
        void run() throws Exception;
    }

    private interface Judgement {
        void judge(HttpResponse<byte[]> found) throws Exception;
    }

    private static void check(String sentence, Action action) {
        try {
            reset();
            action.run();
            System.out.println("passed " + name + ": " + sentence);
        } catch (Throwable thrown) {
            var at = Arrays.stream(thrown.getStackTrace()).filter(frame -> frame.getClassName().startsWith("JavaClient")
                && !List.of("equal", "holds", "send").contains(frame.getMethodName())).findFirst();
            System.out.println("failed " + name + ": " + sentence);
            System.out.println("  " + at.map(frame -> "line " + frame.getLineNumber() + ": ").orElse("")
                + thrown.toString().replaceAll("\\s*[\\r\\n]+\\s*", " "));
        }
    }

    private static void matches(String matcher, MappingBuilder stub, Action action) {
        check(matcher + " matches", () -> {
            stubFor(stub.willReturn(ok()));
            action.run();
        });
    }

    private static void header(String matcher, com.github.tomakehurst.wiremock.matching.StringValuePattern pattern, List<String> good,
            List<String> bad) {
        matches(matcher + " of a header", get("/somewhere").withHeader("X-Text", pattern), () -> {
            for (var value : good) equal(value + " 200", value + " " + got("/somewhere", "X-Text", value));
            for (var value : bad) equal(value + " 404", value + " " + got("/somewhere", "X-Text", value));
        });
    }

    private static void body(String matcher, com.github.tomakehurst.wiremock.matching.ContentPattern<?> pattern, List<String> good,
            List<String> bad) {
        matches(matcher + " of a body", post("/somewhere").withRequestBody(pattern), () -> {
            for (var value : good) equal(value + " 200", value + " " + send("POST", "/somewhere", value).statusCode());
            for (var value : bad) equal(value + " 404", value + " " + send("POST", "/somewhere", value).statusCode());
        });
    }

    private static void answers(String sentence, ResponseDefinitionBuilder response, Judgement judgement) {
        check("a response is " + sentence, () -> {
            stubFor(get("/somewhere").willReturn(response));
            judgement.judge(send("GET", "/somewhere", ""));
        });
    }

    private static void template(String sentence, String template, String expected) {
        check("a template has " + sentence, () -> {
            stubFor(post(urlPathEqualTo("/somewhere/x")).willReturn(aResponse().withBody(template).withTransformers("response-template")
                .withTransformerParameter("who", "you")));
            equal(expected, text(send("POST", "/somewhere/x?a=1", "{\"name\":\"n\"}", "X-Text", "abc", "Cookie", "sid=7")));
        });
    }

    private static void delayed(String sentence, ResponseDefinitionBuilder response, long least) {
        check(sentence + " delays", () -> {
            stubFor(get("/somewhere").willReturn(response));
            var found = milliseconds("/somewhere");
            holds(found >= least, "expected at least " + least + " ms, found " + found);
        });
    }

    private static void refused(String sentence, Action action) {
        check(sentence + " is refused", () -> {
            try {
                action.run();
            } catch (RuntimeException expected) {
                return;
            }
            throw new AssertionError("expected an exception");
        });
    }

    private static void scenario() {
        stubFor(get("/somewhere").inScenario("steps").whenScenarioStateIs(Scenario.STARTED).willReturn(ok("first")).willSetStateTo("next"));
        stubFor(get("/somewhere").inScenario("steps").whenScenarioStateIs("next").willReturn(ok("second")));
    }

    private static MappingBuilder everything() {
        return post(urlPathTemplate("/somewhere/{id}")).withId(UUID.randomUUID()).withName("everything").atPriority(2)
            .withPathParam("id", matching("\\d+")).withQueryParam("a", havingExactly("1", "2")).withHeader("A", absent())
            .withHeader("B", equalToIgnoreCase("b")).withHeader("C", not(containing("c"))).withHeader("D", and(matching("d"), notMatching("e")))
            .withHeader("E", before("now +3 days").truncateExpected(DateTimeTruncation.FIRST_DAY_OF_MONTH)).withCookie("f", equalTo("g"))
            .withBasicAuth("user", "secret").withRequestBody(equalToJson("{\"a\":[1]}", true, true))
            .withRequestBody(matchingJsonPath("$.a", equalTo("1"))).withRequestBody(matchingJsonSchema("{\"type\":\"object\"}"))
            .inScenario("steps").whenScenarioStateIs(Scenario.STARTED).willSetStateTo("next")
            .withMetadata(Map.of("team", "a")).willReturn(aResponse().withStatus(200).withHeader("A", "1", "2").withBody("text")
                .withFixedDelay(1).withChunkedDribbleDelay(2, 10).withTransformers("response-template"));
    }

    private static List<String> urlsOfStubs() {
        return listAllStubMappings().getMappings().stream().map(stub -> stub.getRequest().getUrl()).toList();
    }

    private static List<String> urls(List<ServeEvent> events) {
        return events.stream().map(event -> event.getRequest().getUrl()).toList();
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    private static long milliseconds(String path) throws Exception {
        var started = System.nanoTime();
        send("GET", path, "");
        return (System.nanoTime() - started) / 1_000_000;
    }

    private static int got(String path, String... headers) throws Exception {
        return send("GET", path, "", headers).statusCode();
    }

    private static HttpResponse<byte[]> send(String method, String path, String body, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(server.resolve(path)).timeout(Duration.ofSeconds(20))
            .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        for (var at = 0; at < headers.length; at += 2) request.header(headers[at], headers[at + 1]);
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static HttpResponse<byte[]> sendBytes(byte[] body) throws Exception {
        return http.send(HttpRequest.newBuilder(server.resolve("/somewhere")).POST(BodyPublishers.ofByteArray(body)).build(),
            BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static void equal(Object expected, Object found) {
        holds(Objects.equals(expected, found), "expected " + expected + ", found " + found);
    }

    private static void holds(boolean holds, String otherwise) {
        if (!holds) throw new AssertionError(otherwise);
    }
}
