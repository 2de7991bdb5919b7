using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Generation.Examples;
using SocialContract.Contract.Generation.Examples.Templates;
using SocialContract.Contract.Http;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Provenances;

namespace SocialContract.MockServer.Responding;

/// <summary>A response without its body, made once for each combination of template, status and media type.</summary>
/// <param name="Headers">
/// The described headers whose values a header can contain, the media type, and the mock's own headers.
/// </param>
internal sealed record DescribedResponse(HeaderFields Headers, ExchangeOrigin Origin)
{
    /// <summary>The body with which this response is known to be valid.</summary>
    public RepeatedBody Valid { get; } = new();

    /// <summary>Headers that frame the message; only the server sets them.</summary>
    private static readonly HashSet<string> Framing = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Content-Length", "Date", "Keep-Alive", "Trailer", "Transfer-Encoding", "Upgrade",
    };

    /// <summary>
    /// Bodies are sent without a coding: a described Content-Encoding is left out, or says so where the document requires it.
    /// </summary>
    private static KeyValuePair<string, string>? Coded(KeyValuePair<string, string> header, Response response) =>
        !header.Key.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase) ? header
        : response.Headers.Any(described => described.Required && described.Name.Equals(header.Key, StringComparison.OrdinalIgnoreCase))
            ? new(header.Key, "identity")
        : null;

    /// <param name="operation">The value of <see cref="MockHeaders.Operation"/>.</param>
    public static DescribedResponse Of(Selection.Chosen chosen, string operation)
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
        var status = chosen.Response.Source == origin.Source ? "" : $";status={chosen.Response.Source.ToWord()}";
        var at = ViolationList.At(origin.Position);
        List<KeyValuePair<string, string>> headers =
        [
            new(MockHeaders.Operation, operation),
            .. chosen.Headers.Where(header => !Framing.Contains(header.Key) && FieldSyntax.IsToken(header.Key))
                .Select(header => Coded(header, chosen.Response)).OfType<KeyValuePair<string, string>>(),
            new(MockHeaders.ResponseOrigin, $"{token}{name};source={origin.Source.ToWord()}{status};at={at}"),
        ];
        if (chosen.ContentType is not null && FieldSyntax.IsValue(chosen.ContentType))
        {
            headers.Add(new("Content-Type", chosen.ContentType));
        }

        var label = origin.Example.Length == 0 ? token : $"{token} {origin.Example}";
        return new DescribedResponse(HeaderFields.Of(headers), new ExchangeOrigin(ExchangeOriginKind.Contract, label));
    }
}
