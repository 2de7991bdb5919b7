using Microsoft.Extensions.Primitives;
using SocialContract.Contract.Generation.Examples;
using SocialContract.Contract.Http;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Generation.Examples.Templates;

namespace SocialContract.MockServer.Serving;

/// <summary>What is said of an answer, in its headers and in the log.</summary>
/// <param name="Header">The value of <see cref="MockHeaders.Answer"/>.</param>
/// <param name="Label">The request log's words: <c>example connected</c>, <c>generated</c>.</param>
/// <param name="ContentType">Null where the answer has no body, or where the document's media type is none that a header can hold.</param>
/// <param name="Headers">The headers that the response describes, as far as a header can hold their names.</param>
internal sealed record AnswerDescription(StringValues Header, string Label, string? ContentType, KeyValuePair<string, StringValues>[] Headers)
{
    /// <summary>Headers that frame the message: the server's own business.</summary>
    private static readonly HashSet<string> ServersOwn = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Content-Length", "Date", "Keep-Alive", "Trailer", "Transfer-Encoding", "Upgrade",
    };

    public ResponseMessage Message(int status, ReadOnlyMemory<byte> body) => new(
        status,
        HeaderFields.Of(Headers.Select(header => new KeyValuePair<string, string>(header.Key, header.Value.ToString()))
            .Concat(ContentType is null ? [] : [new("Content-Type", ContentType)])),
        body);

    public static AnswerDescription Of(Selection.Chosen chosen)
    {
        var origin = chosen.Template.Origin;
        var token = origin.Kind switch
        {
            ResponseOriginKind.Example => "example",
            ResponseOriginKind.SchemaExample => "schema-example",
            ResponseOriginKind.SchemaDefault => "schema-default",
            ResponseOriginKind.Violations => "violations",
            ResponseOriginKind.Generated => "generated",
            _ => "empty",
        };
        var name = origin.Example.Length == 0 ? "" : $";name={FieldSyntax.StructuredString(origin.Example)}";
        var status = chosen.Response.Source == origin.Source ? "" : $";status={StructuredField.Source(chosen.Response.Source)}";
        return new AnswerDescription(
            $"{token}{name};source={StructuredField.Source(origin.Source)}{status};at={StructuredField.At(origin.Position)}",
            origin.Example.Length == 0 ? token : $"{token} {origin.Example}",
            FieldSyntax.IsValue(chosen.ContentType) ? chosen.ContentType : null,
            [.. chosen.Headers.Where(header => !ServersOwn.Contains(header.Key) && FieldSyntax.IsToken(header.Key)).Select(header => new KeyValuePair<string, StringValues>(header.Key, header.Value))]);
    }
}
