using SocialContract.Contract.Model;
using SocialContract.Contract.Routing;
using SocialContract.MockServer.Responding;

namespace SocialContract.MockServer.Stubs.Judging;

/// <summary>
/// Compares a stub with the document when it arrives: a mock that responds what no server may is found before a front end depends on it.
/// Pure. What a request decides is judged when the response is sent.
/// </summary>
internal static class StubJudge
{
    private const int NearestLimit = 1;

    /// <summary>All that the document contradicts; empty if it agrees with the stub, or if only a request can tell.</summary>
    public static IReadOnlyList<StubFinding> Judge(StubClaim claim, ServedContract contract)
    {
        if (claim.Path is not { } path)
        {
            return PatternPaths.Judge(claim.Request?.Url, contract) is { } pattern ? [pattern] : [];
        }

        var operations = Operations(contract.Router, claim.Method, path, out var finding);
        if (finding is not null)
        {
            return [finding];
        }

        // A stub for any method agrees with the document if one of the operations does.
        var findings = operations.Select(operation => Judge(claim, contract.ResponsesOf(operation), contract)).ToList();
        return findings.Find(found => found.Count == 0) ?? findings.FirstOrDefault() ?? [];
    }

    private static List<Operation> Operations(OperationRouter router, string? method, string path, out StubFinding? finding)
    {
        finding = null;

        // No operation has an empty method, so that the router names those of the path.
        var route = router.Match(method ?? "", path);
        switch (route.Kind)
        {
            case RouteMatchKind.Matched:
                return [route.Operation!];
            case RouteMatchKind.UnknownMethod when method is null:
                return [.. route.AllowedMethods.Select(allowed => router.Match(allowed, path).Operation).OfType<Operation>()];
            case RouteMatchKind.UnknownMethod:
                finding = new(
                    "/request/method", $"The document has {path} with {string.Join(", ", route.AllowedMethods)}, not with {method}.");
                return [];
            default:
                var nearest = router.Nearest(path, NearestLimit);
                var hint = nearest.Count == 0 ? "." : $"; did you mean {nearest[0]}?";
                finding = new("/request/url", $"The document has no path {path}{hint}");
                return [];
        }
    }

    private static IReadOnlyList<StubFinding> Judge(StubClaim claim, OperationResponses responses, ServedContract contract) =>
        [.. RequestJudge.Judge(claim, responses, contract), .. OfResponse(claim, responses)];

    private static IReadOnlyList<StubFinding> OfResponse(StubClaim claim, OperationResponses responses)
    {
        if (claim.Response is not { } response)
        {
            return [];
        }

        if (responses.Operation.ResponseFor(response.Status) is null)
        {
            var documented = string.Join(", ", responses.Operation.Responses.Select(described => described.Key));
            return [new("/response/status", $"{responses.Operation.Id} has the responses {documented}, not {response.Status}.")];
        }

        var isHead = claim.Method == "HEAD";
        if (!claim.BodyIsFixed || responses.Faults.Count > 0 || responses.Response.IsValid(response, isHead))
        {
            return [];
        }

        return
        [
            .. responses.Response.Validate(response, isHead)
                .Select(violation => new StubFinding(PlaceOf(violation.Instance), $"{violation.Message}.")),
        ];
    }

    /// <summary>The member of the stub that holds a part of the response.</summary>
    private static string PlaceOf(string instance) => instance.StartsWith("/header/", StringComparison.Ordinal)
        ? $"/response/headers/{instance["/header/".Length..]}"
        : "/response/body";
}
