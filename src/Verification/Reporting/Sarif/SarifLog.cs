using System.Text.Json.Serialization;

namespace SocialContract.Verification.Reporting.Sarif;

/// <summary>SARIF 2.1.0 (OASIS), as much of it as the report uses; members have the specification's names.</summary>
internal sealed record SarifLog([property: JsonPropertyName("$schema")] string Schema, string Version, IReadOnlyList<SarifRun> Runs);

/// <summary>Section 3.14.</summary>
internal sealed record SarifRun(
    SarifTool Tool,
    IReadOnlyList<SarifInvocation> Invocations,
    string ColumnKind,
    IReadOnlyList<SarifResult> Results,
    SarifRunProperties Properties);

internal sealed record SarifRunProperties(string Verdict, string Target, string Document, string PlanHash);

/// <summary>Section 3.18.</summary>
internal sealed record SarifTool(SarifDriver Driver);

/// <summary>Section 3.19.</summary>
internal sealed record SarifDriver(string Name, string Version, IReadOnlyList<SarifRule> Rules);

/// <summary>A reporting descriptor, section 3.49.</summary>
internal sealed record SarifRule(
    string Id,
    SarifMessage ShortDescription,
    SarifMessage FullDescription,
    SarifMessage Help,
    SarifConfiguration DefaultConfiguration,
    SarifRuleProperties Properties);

/// <summary>Section 3.50.</summary>
internal sealed record SarifConfiguration(string Level);

internal sealed record SarifRuleProperties(IReadOnlyList<string> Tags, string Pointer);

/// <summary>Sections 3.11 and 3.12.</summary>
/// <param name="Text">Plain text; braces are doubled, see <see cref="SarifText.Message"/>.</param>
internal sealed record SarifMessage(string Text, string? Markdown = null);

/// <summary>Section 3.20.</summary>
internal sealed record SarifInvocation(bool ExecutionSuccessful, IReadOnlyList<SarifNotification> ToolExecutionNotifications);

/// <summary>Section 3.58.</summary>
internal sealed record SarifNotification(string Level, SarifMessage Message);

/// <summary>Section 3.27.</summary>
internal sealed record SarifResult(
    string RuleId,
    int RuleIndex,
    string Level,
    SarifMessage Message,
    IReadOnlyList<SarifLocation> Locations,
    SarifFingerprints PartialFingerprints,
    IReadOnlyList<SarifSuppression>? Suppressions,
    SarifRequest? WebRequest,
    SarifResponse? WebResponse,
    SarifResultProperties Properties);

internal sealed record SarifFingerprints([property: JsonPropertyName("ruleOfOperation/v1")] string RuleOfOperation);

internal sealed record SarifResultProperties(string Outcome, string Operation, string? Case, string? Curl);

/// <summary>Section 3.28.</summary>
internal sealed record SarifLocation(SarifPhysicalLocation PhysicalLocation, IReadOnlyList<SarifLogicalLocation> LogicalLocations);

/// <summary>Section 3.29.</summary>
internal sealed record SarifPhysicalLocation(SarifArtifactLocation ArtifactLocation, SarifRegion Region);

/// <summary>Section 3.4.</summary>
internal sealed record SarifArtifactLocation(string Uri);

/// <summary>Section 3.30.</summary>
internal sealed record SarifRegion(int StartLine);

/// <summary>Section 3.33.</summary>
internal sealed record SarifLogicalLocation(string Name, string FullyQualifiedName);

/// <summary>Section 3.35.</summary>
internal sealed record SarifSuppression(string Kind, string Justification);

/// <summary>Section 3.46.</summary>
internal sealed record SarifRequest(string Method, string Target, OrderedDictionary<string, string> Headers, SarifContent Body);

/// <summary>Section 3.47. Everything but <paramref name="NoResponseReceived"/> is null where no response came.</summary>
internal sealed record SarifResponse(
    int? StatusCode = null,
    string? ReasonPhrase = null,
    OrderedDictionary<string, string>? Headers = null,
    SarifContent? Body = null,
    bool? NoResponseReceived = null);

/// <summary>Artifact content, section 3.3.</summary>
internal sealed record SarifContent(string Text);
