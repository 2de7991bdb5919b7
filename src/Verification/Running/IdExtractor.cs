using System.Text;
using System.Text.Json.Nodes;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Resources;
using SocialContract.Contract.Schemas;
using SocialContract.JsonSchema;
using SocialContract.Verification.Messages;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Running;

/// <summary>Reads the ids of created resources from a response.</summary>
internal static class IdExtractor
{
    /// <summary>The id of the created resource, also if the response is invalid elsewhere; null if no value is a valid id.</summary>
    public static string? Id(IdCapture capture, SendResult result) => Ids(capture, result).FirstOrDefault(id => CanBe(id, capture.Id));

    /// <summary>All ids, for deleting the created resources.</summary>
    public static IReadOnlyList<string> Ids(IdCapture capture, SendResult result)
    {
        if (!result.IsSuccess)
        {
            return [];
        }

        if (capture.Pattern is { } pattern && Json.TryParse(result.Body, out var body) && body is not null)
        {
            return [.. MessageValues.ValuesAt(body, pattern).Select(Json.Text).OfType<string>().Where(id => id.Length > 0)];
        }

        return capture.Pattern is null && result.Header("Location") is { } location && OfLocation(location) is { } id ? [id] : [];
    }

    /// <summary>The last segment of a Location's path; null if the path has no segment.</summary>
    public static string? OfLocation(string location) =>
        TargetParts.OfReference(location).Path.TrimEnd('/').Split('/')[^1] is { Length: > 0 } segment
            ? Uri.UnescapeDataString(segment)
            : null;

    /// <summary>Whether the text is a value of the schema, as a number or as a string.</summary>
    private static bool CanBe(string id, SchemaReference? schema) =>
        schema?.Compiled(MessageDirection.Request) is not CompileResult.Compiled { Schema: var compiled }
        || IsValid(id, compiled) || IsValid(JsonValue.Create(id).ToJsonString(), compiled);

    private static bool IsValid(string text, CompiledSchema schema)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        return Json.TryParse(utf8, out _) && schema.IsValid(utf8);
    }
}
