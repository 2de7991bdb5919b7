using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Generation.Data;
using SocialContract.Contract.Generation.Requests;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Generation.Examples.Templates;

/// <summary>
/// Encodes an example or generated data as a body of its media type. An example of another media type than JSON is a string, a number or
/// a boolean, and stays as it is.
/// </summary>
internal static class BodyEncoding
{
    /// <param name="problem">Why an example cannot be encoded, with its place.</param>
    public static bool TryEncodeExample(
        MediaType mediaType, DocumentNode value, [NotNullWhen(true)] out byte[]? body, [NotNullWhen(false)] out string? problem)
    {
        body = MediaTypes.IsJson(mediaType.Name) ? JsonPieces.Minified(value.Value) : Utf8(TextOf(value.Value));
        problem = body is null
            ? $"{value.Position}: an example of {mediaType.Name} must be a string, a number or a boolean; write the body as a string"
            : null;
        return body is not null;
    }

    /// <param name="problem">Why there is no data, or why it cannot be encoded, with the place in the document.</param>
    public static bool TryEncodeGenerated(
        MediaType mediaType, GenerationOutcome outcome, [NotNullWhen(true)] out byte[]? body, [NotNullWhen(false)] out string? problem)
    {
        switch (outcome)
        {
            case GenerationOutcome.Impossible impossible:
                (body, problem) = (null, impossible.Message);
                return false;
            case GenerationOutcome.Generated { Json: var json }:
                (body, problem) = (GeneratedBody.Write(mediaType.Name, json), null);
                return true;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static byte[]? Utf8(string? text) => text is null ? null : Encoding.UTF8.GetBytes(text);

    /// <summary>The text of a scalar; null for null, arrays and objects.</summary>
    public static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };
}
