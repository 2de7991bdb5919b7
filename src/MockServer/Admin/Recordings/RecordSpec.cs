using System.Text;
using System.Text.Json;
using SocialContract.MockServer.Proxying;
using SocialContract.MockServer.Stubs.Mappings;
using SocialContract.MockServer.Stubs.Reading;

namespace SocialContract.MockServer.Admin.Recordings;

/// <summary>What is recorded, and how, as Java WireMock names it.</summary>
/// <param name="Target">Where requests go while they are recorded; null: where they go already.</param>
/// <param name="Filter">The requests that become stubs.</param>
/// <param name="Ids">The journal entries that become stubs; empty: all.</param>
/// <param name="IsPersistent">Whether the stubs are to be saved.</param>
/// <param name="Repeats">Whether different responses to the same request become a scenario; otherwise the first is taken.</param>
/// <param name="ShowsIds">Whether the response has the stubs' ids alone.</param>
internal sealed record RecordSpec(
    ForwardTarget? Target, RequestPattern Filter, IReadOnlyList<string> Ids, bool IsPersistent, bool Repeats, bool ShowsIds)
{
    private static readonly string[] Members =
        ["targetBaseUrl", "filters", "persist", "repeatsAsScenarios", "outputFormat", .. Unsupported];

    private static readonly string[] FilterMembers = ["ids", "allowNonProxied"];

    private static IReadOnlyList<string> Unsupported =>
        ["captureHeaders", "requestBodyPattern", "extractBodyCriteria", "transformers", "transformerParameters"];

    /// <summary>All requests, with the defaults of WireMock.</summary>
    public static RecordSpec Default { get; } = new(null, RequestPattern.Anything, [], true, true, false);

    /// <param name="json">Empty: the defaults.</param>
    /// <param name="faults">All faults; empty if the result can be used.</param>
    public static RecordSpec Read(ReadOnlyMemory<byte> json, StubReader reader, out IReadOnlyList<StubFault> faults)
    {
        var found = new FaultList();
        faults = found.All;
        if (json.IsEmpty)
        {
            return Default;
        }

        try
        {
            return Read(new StubNode(JsonElement.Parse(json.Span), "", found), reader);
        }
        catch (JsonException)
        {
            found.Add("", "a JSON object is expected");
            return Default;
        }
    }

    private static RecordSpec Read(StubNode node, StubReader reader)
    {
        if (!node.IsObject())
        {
            return Default;
        }

        node.CheckMembers(Members);
        foreach (var name in Unsupported)
        {
            node.Member(name)?.Fault("the mock does not support this part of a recording; leave it out");
        }

        var filters = node.Member("filters");
        return new(
            TargetOf(node.Member("targetBaseUrl")),
            filters is { } filter && filter.IsObject() ? FilterOf(filter, reader) : RequestPattern.Anything,
            [.. (filters?.Member("ids")?.Elements() ?? []).Select(id => id.Text()).OfType<string>()],
            node.Member("persist")?.Flag() ?? true,
            node.Member("repeatsAsScenarios")?.Flag() ?? true,
            node.Member("outputFormat")?.OneOf(["FULL", "IDS"]) == "IDS");
    }

    private static ForwardTarget? TargetOf(StubNode? node)
    {
        if (node?.Text() is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && ProxyParts.FaultOf(url, "", 0) is null)
        {
            return ForwardTarget.Of(url);
        }

        node.Value.Fault("an absolute URL of http or https is expected, without a user name, a query and a fragment");
        return null;
    }

    /// <summary>The filters are a request pattern with two members more.</summary>
    private static RequestPattern FilterOf(StubNode node, StubReader reader)
    {
        var others = node.Value.EnumerateObject().Where(member => !FilterMembers.Contains(member.Name))
            .Select(member => $"\"{JsonEncodedText.Encode(member.Name)}\":{member.Value.GetRawText()}");
        switch (reader.ReadRequestPattern(Encoding.UTF8.GetBytes($"{{{string.Join(',', others)}}}")))
        {
            case StubReadResult.Request request:
                return request.Pattern;
            case StubReadResult.Refused refused:
                foreach (var fault in refused.Faults)
                {
                    node.Faults.Add($"{node.Pointer}{fault.Pointer}", fault.Message);
                }

                break;
        }

        return RequestPattern.Anything;
    }
}
