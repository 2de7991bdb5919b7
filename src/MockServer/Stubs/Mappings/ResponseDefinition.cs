using System.Text.Json;
using SocialContract.MockServer.Responding;
using SocialContract.MockServer.Stubs.Templates;

namespace SocialContract.MockServer.Stubs.Mappings;

/// <summary>How a stub responds.</summary>
internal sealed record ResponseDefinition
{
    /// <summary>An empty 200.</summary>
    public static ResponseDefinition Ok { get; } = new();

    public int Status { get; init; } = 200;

    /// <summary>The reason phrase; null: that of the status.</summary>
    public string? StatusMessage { get; init; }

    /// <summary>A line for each value.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public StubBody Body { get; init; } = StubBody.Empty;

    /// <summary><c>fixedDelayMilliseconds</c>; null: none.</summary>
    public StubDelay.Fixed? FixedDelay { get; init; }

    /// <summary><c>delayDistribution</c>, which is added to the fixed delay; null: none.</summary>
    public StubDelay? RandomDelay { get; init; }

    /// <summary>Null: the body is sent at once.</summary>
    public ChunkedDribble? Dribble { get; init; }

    public ConnectionFault Fault { get; init; }

    /// <summary>Null: the stub responds itself.</summary>
    public ProxyTarget? Proxy { get; init; }

    /// <summary>Whether body, headers, file name and proxy URL are templates.</summary>
    public bool IsTemplate => Template is not null;

    /// <summary>Whether status, headers and body are the same each time.</summary>
    public bool IsFixed => Template is null && Proxy is null && Body is not StubBody.File;

    /// <summary>Null: the response has no templates.</summary>
    public StubTemplates? Template { get; init; }

    /// <summary>An object that templates read; null: none.</summary>
    public JsonElement? TransformerParameters { get; init; }
}

/// <summary>A body that is sent slowly.</summary>
/// <param name="Chunks">The number of pieces.</param>
/// <param name="Milliseconds">The time from the first to the last piece.</param>
internal sealed record ChunkedDribble(int Chunks, int Milliseconds);
