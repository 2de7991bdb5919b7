using System.Text.Json.Nodes;

namespace SocialContract.Verification.Tests.SecondOpinion;

/// <summary>One part of a planned request that a schema describes: the JSON body, or a parameter that is a single value.</summary>
/// <param name="Place"><c>body</c>, or the parameter's location and name: <c>query limit</c>.</param>
/// <param name="Schema">The document's schema as it is written there, references followed by hand.</param>
/// <param name="IsDraft4">Whether the document is of OpenAPI 3.0, whose schemas are draft 4's with <c>nullable</c>.</param>
/// <param name="Instance">JSON text.</param>
public sealed record JudgedPart(string Place, JsonNode Schema, bool IsDraft4, string Instance)
{
    public const string Body = "body";
}
