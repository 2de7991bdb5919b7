using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using WireMock.Matchers;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace SocialContract.MockServer.Bench;

/// <summary>The stubs of the comparison.</summary>
internal static class BenchStubs
{
    private static readonly Uri Import = new("/__admin/mappings/import", UriKind.Relative);

    /// <summary>How many stubs "1,000" are, the one that matches included.</summary>
    public const int Many = 1000;

    private const string Elsewhere = "/elsewhere/";

    /// <summary>Adds the stubs that the arguments of a server's process name: <c>java FILE</c> or <c>net COUNT PATH ANSWER</c>.</summary>
    public static void Add(MockHost mock, string[] arguments)
    {
        switch (arguments)
        {
            case []:
                return;
            case ["java", var file]:
                using (var client = mock.CreateClient())
                using (var content = new StringContent(File.ReadAllText(file)))
                using (var response = client.PostAsync(Import, content).GetAwaiter().GetResult())
                {
                    response.EnsureSuccessStatusCode();
                }

                return;
            case ["net", var path, var answer]:
                AddMatching(mock.WireMock, path, Convert.FromBase64String(answer));
                return;
            default:
                throw new InvalidOperationException($"Unknown stubs: {string.Join(' ', arguments)}");
        }
    }

    /// <summary>WireMock.Net on its own, with a stub that matches among <see cref="Many"/>.</summary>
    public static WireMockServer StartWireMockNet(string path, byte[] answer)
    {
        var server = WireMockServer.Start();
        AddMatching(server, path, answer);
        return server;
    }

    /// <summary>Stubs on other paths, in Java WireMock's form.</summary>
    public static IEnumerable<JsonNode> OnOtherPaths(int count) =>
        Enumerable.Range(0, count).Select(number => Stub($"{Elsewhere}{number.ToString(CultureInfo.InvariantCulture)}"));

    /// <summary>Stubs on the path, each of which wants another value of a header.</summary>
    public static IEnumerable<JsonNode> WithOtherHeaders(string path, int count) => Enumerable.Range(0, count).Select(number =>
    {
        var stub = Stub(path);
        stub["request"]!["headers"] = JsonNode.Parse($$$"""{"X-Case": {"equalTo": "{{{number}}}"}}""");
        return stub;
    });

    /// <summary>Stubs on the path, each of which wants another member of the JSON body.</summary>
    public static IEnumerable<JsonNode> WithOtherBodies(string path, int count) => Enumerable.Range(0, count).Select(number =>
    {
        var stub = Stub(path);
        stub["request"]!["bodyPatterns"] =
            JsonNode.Parse($$$"""[{"matchesJsonPath": {"expression": "$.case", "equalTo": "{{{number}}}"}}]""");
        return stub;
    });

    /// <summary>The stub that matches and sends the answer.</summary>
    public static JsonNode Matching(string path, byte[] answer)
    {
        var stub = Stub(path);
        stub["response"] = new JsonObject
        {
            ["status"] = 200,
            ["headers"] = new JsonObject { ["Content-Type"] = "application/json" },
            ["body"] = Encoding.UTF8.GetString(answer),
        };
        return stub;
    }

    /// <summary>A collection of stubs, as it is imported and as a file of a stub folder has it.</summary>
    public static string Collection(IEnumerable<JsonNode> stubs) =>
        new JsonObject { ["mappings"] = new JsonArray([.. stubs]) }.ToJsonString();

    private static JsonObject Stub(string path) => new()
    {
        ["request"] = new JsonObject { ["method"] = "POST", ["urlPath"] = path },
        ["response"] = new JsonObject { ["status"] = 503 },
    };

    private static void AddMatching(WireMockServer server, string path, byte[] answer)
    {
        for (var number = 1; number < Many; number++)
        {
            server.Given(Request.Create().WithPath($"{Elsewhere}{number}").UsingPost()).RespondWith(Response.Create().WithStatusCode(503));
        }

        server.Given(Request.Create().WithPath(new ExactMatcher(path)).UsingPost())
            .RespondWith(Response.Create().WithStatusCode(200).WithHeader("Content-Type", "application/json").WithBody(answer));
    }
}
