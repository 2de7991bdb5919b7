using System.Text.Json.Nodes;

namespace SocialContract.JsonSchema.Evaluation;

/// <summary>What a keyword says about an instance location that it accepts (JSON Schema core 7.7).</summary>
internal sealed record Annotation(string InstancePath, string EvaluationPath, KeywordSite Site, JsonNode? Value);
