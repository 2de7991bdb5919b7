namespace SocialContract.Contract.Export.WireMock;

/// <summary>The stubs for methods and paths that the document does not have.</summary>
internal static class PathStubs
{
    /// <summary>For every request that no other stub matches.</summary>
    public static Stub Unknown { get; } = new(
        "unknown path",
        "A path that the document does not have",
        ExportedRequest.To("ANY", null, withHead: false),
        StubResponses.Problem(404, "The document has no such path."));

    /// <param name="methods">The methods that the document has at the path.</param>
    public static IEnumerable<Stub> Of(string path, IReadOnlyList<string> methods)
    {
        List<string> allowed = [.. methods];
        allowed.AddRange(methods.Contains("GET") && !methods.Contains("HEAD") ? ["HEAD"] : []);
        allowed.AddRange(methods.Contains("OPTIONS") ? [] : ["OPTIONS"]);
        var allow = KeyValuePair.Create("Allow", string.Join(", ", allowed));
        if (!methods.Contains("OPTIONS"))
        {
            yield return new Stub(
                $"options {path}",
                $"The methods of {path}",
                ExportedRequest.To("OPTIONS", path, withHead: false),
                new StubResponse(204, [allow], Body: null));
        }

        yield return new Stub(
            $"other method {path}",
            $"A method that the document does not have at {path}",
            ExportedRequest.To("ANY", path, withHead: false),
            StubResponses.Problem(405, $"The document has {path} with {string.Join(", ", methods)}.", allow));
    }
}
