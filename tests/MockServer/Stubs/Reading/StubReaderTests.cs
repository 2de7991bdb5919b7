using System.Text;
using System.Text.Json;
using SocialContract.MockServer.Responding;
using SocialContract.MockServer.Stubs.Mappings;
using SocialContract.MockServer.Stubs.Reading;

namespace SocialContract.MockServer.Tests.Stubs.Reading;

public class StubReaderTests
{
    [Fact]
    public void A_stub_has_all_its_members()
    {
        var stub = Read("""
            {
              "id": "0f8fad5b-d9cb-469f-a165-70867728950e", "uuid": "0f8fad5b-d9cb-469f-a165-70867728950e", "name": "n", "priority": 1,
              "persistent": true, "scenarioName": "s", "requiredScenarioState": "Started", "newScenarioState": "Next",
              "metadata": { "a": 1 }, "insertionIndex": 3, "$schema": "x", "postServeActions": [], "serveEventListeners": []
            }
            """);

        stub.Id.ShouldBe(new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"));
        stub.Name.ShouldBe("n");
        stub.Priority.ShouldBe(1);
        stub.IsPersistent.ShouldBeTrue();
        stub.Scenario.ShouldBe(new ScenarioStep("s", "Started", "Next"));
        stub.Metadata!.Value.GetRawText().ShouldBe("""{ "a": 1 }""");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData(
        """{"name":null,"priority":null,"request":null,"response":null,"metadata":null,"scenarioName":null,"postServeActions":null}""")]
    [InlineData("""{"request":{"url":null,"headers":null,"method":null},"response":{"body":null,"headers":null,"status":null}}""")]
    [InlineData("/* a comment */ {} // and another")]
    public void A_stub_without_members_responds_to_everything_with_an_empty_200(string json)
    {
        var stub = Read(json);

        stub.Id.ShouldBeNull();
        stub.Priority.ShouldBe(5);
        stub.Scenario.ShouldBeNull();
        stub.Request.Matches(StubCase.Request("DELETE /any")).ShouldBeTrue();
        stub.Response.Status.ShouldBe(200);
        stub.Response.Body.ShouldBe(StubBody.Empty);
    }

    [Fact]
    public void A_response_has_all_its_members()
    {
        var response = Read("""
            {
              "response": {
                "status": 503, "statusMessage": "Out of Order", "headers": { "A": "1", "B": ["2", "3"] }, "body": "b",
                "fixedDelayMilliseconds": 5, "delayDistribution": { "type": "uniform", "lower": 1, "upper": 2 },
                "chunkedDribbleDelay": { "numberOfChunks": 3, "totalDuration": 100 }, "fault": "CONNECTION_RESET_BY_PEER",
                "proxyBaseUrl": "http://example.com", "proxyUrlPrefixToRemove": "/p", "additionalProxyRequestHeaders": { "C": "4" },
                "removeProxyRequestHeaders": ["D"], "transformers": ["response-template"], "transformerParameters": { "x": 1 },
                "fromConfiguredStub": true
              }
            }
            """).Response;

        response.Status.ShouldBe(503);
        response.StatusMessage.ShouldBe("Out of Order");
        response.Headers.ShouldBe([new("A", "1"), new("B", "2"), new("B", "3")]);
        response.Body.ShouldBe(new StubBody.Text("b"));
        response.FixedDelay.ShouldBe(new StubDelay.Fixed(5));
        response.RandomDelay.ShouldBe(new StubDelay.Uniform(1, 2));
        response.Dribble.ShouldBe(new ChunkedDribble(3, 100));
        response.Fault.ShouldBe(ConnectionFault.ConnectionResetByPeer);
        response.Proxy!.BaseUrl.ShouldBe("http://example.com");
        response.Proxy.PrefixToRemove.ShouldBe("/p");
        response.Proxy.AddedHeaders.ShouldBe([new("C", "4")]);
        response.Proxy.RemovedHeaders.ShouldBe(["D"]);
        response.IsTemplate.ShouldBeTrue();
        response.TransformerParameters!.Value.GetRawText().ShouldBe("""{ "x": 1 }""");
    }

    [Fact]
    public void A_body_is_a_text_JSON_bytes_or_a_file()
    {
        ((StubBody.Json)Body("""{"jsonBody":{"a":[1.0]}}""")).Content.GetRawText().ShouldBe("""{"a":[1.0]}""");
        ((StubBody.Bytes)Body("""{"base64Body":"AAH/"}""")).Content.ToArray().ShouldBe(new byte[] { 0, 1, 255 });
        Body("""{"bodyFileName":"pets/1.json"}""").ShouldBe(new StubBody.File("pets/1.json"));
        Body("""{"bodyFileName":"{{request.pathSegments.[1]}}.json"}""").ShouldBe(new StubBody.File("{{request.pathSegments.[1]}}.json"));

        static StubBody Body(string response) => Read($$$"""{"response":{{{response}}}}""").Response.Body;
    }

    [Theory]
    [InlineData("EMPTY_RESPONSE", "EmptyResponse")]
    [InlineData("MALFORMED_RESPONSE_CHUNK", "MalformedResponseChunk")]
    [InlineData("RANDOM_DATA_THEN_CLOSE", "RandomDataThenClose")]
    [InlineData("CONNECTION_RESET_BY_PEER", "ConnectionResetByPeer")]
    public void A_connection_can_be_broken_in_four_ways(string name, string fault) =>
        $"{Read($$$"""{"response":{"fault":"{{{name}}}"}}""").Response.Fault}".ShouldBe(fault);

    [Fact]
    public void A_collection_has_its_stubs_and_the_options_of_an_import()
    {
        var result = new StubReader(TimeProvider.System).Read(
            """{"mappings":[{"name":"a"},{"name":"b"}],"importOptions":{"duplicatePolicy":"IGNORE"},"meta":{"total":2}}"""u8.ToArray());

        var collection = result.ShouldBeOfType<StubReadResult.Collection>();
        collection.Mappings.Select(mapping => mapping.Name).ShouldBe(["a", "b"]);
        collection.ImportOptions!.Value.GetProperty("duplicatePolicy").GetString().ShouldBe("IGNORE");
    }

    [Fact]
    public void A_pattern_for_metadata_is_read_alone()
    {
        var json = """{"matchesJsonPath":{"expression":"$.t","equalTo":"a"}}"""u8.ToArray();

        var result = new StubReader(TimeProvider.System).ReadValuePattern(json);

        var pattern = result.ShouldBeOfType<StubReadResult.Value>().Pattern;
        pattern.Matches(new("""{"t":"a"}""", new())).ShouldBeTrue();
        pattern.Matches(new("""{"t":"b"}""", new())).ShouldBeFalse();
    }

    [Theory]
    [InlineData("{}", """{"id":"ID","request":{"method":"ANY"},"response":{"status":200},"uuid":"ID"}""")]
    [InlineData(
        """{"request":{"url":"/a","method":null},"response":{"body":"x","status":null},"name":"n"}""",
        """{"id":"ID","request":{"url":"/a","method":"ANY"},"response":{"body":"x","status":200},"uuid":"ID","name":"n"}""")]
    [InlineData(
        """{"uuid":"11111111-1111-1111-1111-111111111111","request":{"method":"GET","headers":{"A":{"equalTo":"1"}}},"priority":1}""",
        """{"id":"ID","request":{"method":"GET","headers":{"A":{"equalTo":"1"}}},"response":{"status":200},"uuid":"ID","priority":1}""")]
    [InlineData(
        """{"response":{"status":404,"jsonBody":{"n":1.50}},"metadata":{"k":[1]}}""",
        """{"id":"ID","request":{"method":"ANY"},"response":{"status":404,"jsonBody":{"n":1.50}},"uuid":"ID","metadata":{"k":[1]}}""")]
    public void A_stub_is_written_as_it_was_posted_with_its_id_and_what_Java_adds(string json, string expected)
    {
        const string id = "0f8fad5b-d9cb-469f-a165-70867728950e";
        var stub = Read(json) with { Id = new Guid(id) };

        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            stub.WriteTo(writer);
        }

        Encoding.UTF8.GetString(buffer.ToArray()).ShouldBe(expected.Replace("ID", id, StringComparison.Ordinal));
    }

    private static StubMapping Read(string json) => new StubReader(TimeProvider.System).Read(Encoding.UTF8.GetBytes(json)) switch
    {
        StubReadResult.Single { Mapping: var mapping } => mapping,
        StubReadResult.Refused { Faults: var faults } => throw new InvalidOperationException(string.Join('\n', faults)),
        var other => throw new InvalidOperationException($"{other}"),
    };
}
