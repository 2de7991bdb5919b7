using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using SocialContract.Contract.Generation;
using SocialContract.Contract.Generation.Examples;
using SocialContract.Contract.Generation.Examples.Echoing;
using SocialContract.Contract.Generation.Examples.Preferences;
using SocialContract.Contract.Generation.Examples.Templates;
using SocialContract.Contract.Http;
using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;

namespace SocialContract.Contract.Export.WireMock;

/// <summary>The responses of an operation's stubs: those that the mock would choose.</summary>
internal sealed class StubResponses
{
    /// <summary>Headers that frame the message; only the server sets them.</summary>
    private static readonly HashSet<string> Framing = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Content-Length", "Date", "Keep-Alive", "Trailer", "Transfer-Encoding", "Upgrade",
    };

    private readonly Operation _operation;
    private readonly ResponseSelector _selector;
    private readonly HandlebarsBody _handlebars;

    public StubResponses(ContractDescription api, Operation operation, DataGenerator generator, HandlebarsBody handlebars)
    {
        _operation = operation;
        _selector = new ResponseSelector(api, operation, generator);
        _handlebars = handlebars;
    }

    /// <summary>The response that the document describes for a violation, else problem details.</summary>
    public StubResponse Refusal(Violation violation)
    {
        var chosen = _selector.ForRefusal(violation.Kind);
        var described = chosen is null ? null : Write(chosen, [violation]);
        var response = described ?? Problem(RefusalStatuses.Of(violation.Kind), violation.Message);
        return response.Status == RefusalStatuses.Of(ViolationKind.Security) && !Has(response, "WWW-Authenticate")
            ? response with { Headers = [.. response.Headers, new("WWW-Authenticate", Challenge())] }
            : response;
    }

    /// <summary>The response that a client prefers; null where there is none.</summary>
    /// <param name="isTemplated">Whether values of the request are filled in; otherwise the example stays as it is.</param>
    /// <param name="reason">Why there is none.</param>
    public StubResponse? Preferred(Preference preference, string? accept, bool isTemplated, out string? reason)
    {
        reason = null;
        switch (_selector.Select(preference, accept))
        {
            case Selection.Chosen { Status: < 200 } interim:
                reason = $"{interim.Status} is an interim response";
                return null;
            case Selection.Chosen { Template: EchoTemplate echo, MediaType: { } media } chosen:
                var example = media.Examples.First(candidate => candidate.Name == chosen.Template.Origin.Example);
                if (!BodyEncoding.TryEncodeExample(media, example.Value!.Value, out var bytes, out reason))
                {
                    return null;
                }

                var plain = Encoding.UTF8.GetString(bytes);
                return isTemplated
                    ? Of(chosen, _handlebars.Write(echo.Pieces)) with { IsTemplate = true, Example = plain }
                    : Of(chosen, plain);
            case Selection.Chosen chosen:
                reason = chosen.Template.Problem;
                return reason is null ? Write(chosen, []) : null;
            case Selection.Refused refused:
                reason = refused.Message;
                return null;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>Whether the response that a client prefers has values of the request's body.</summary>
    public bool EchoesBody(Preference preference, string? accept) =>
        _selector.Select(preference, accept) is Selection.Chosen { Template: EchoTemplate echo } && HandlebarsBody.ReadsBody(echo.Pieces);

    /// <summary>RFC 9457 problem details, as the mock has them.</summary>
    public static StubResponse Problem(int status, string detail, params KeyValuePair<string, string>[] headers)
    {
        var body = new JsonObject
        {
            ["type"] = "about:blank",
            ["title"] = TitleOf(status),
            ["status"] = status,
            ["detail"] = detail,
        };
        return new(
            status,
            [new("Content-Type", "application/problem+json"), .. headers],
            body.ToJsonString(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    private StubResponse? Write(Selection.Chosen chosen, IReadOnlyList<Violation> violations)
    {
        var output = new ArrayBufferWriter<byte>();
        var context = new StubContext(_operation, violations);
        return !chosen.Template.TryWrite(context, output, out _) ? null
            : Of(chosen, chosen.Template.HasBody ? Encoding.UTF8.GetString(output.WrittenSpan) : null);
    }

    private static StubResponse Of(Selection.Chosen chosen, string? body)
    {
        var headers = chosen.Headers.Where(header => !Framing.Contains(header.Key) && FieldSyntax.IsToken(header.Key)).ToList();
        if (chosen.ContentType is { } type && FieldSyntax.IsValue(type))
        {
            headers.Add(new("Content-Type", type));
        }

        return new StubResponse(chosen.Status, headers, body);
    }

    private string Challenge() => string.Join(", ", _operation.Security
        .SelectMany(requirement => requirement.Schemes)
        .Select(scheme =>
            $"{(FieldSyntax.IsToken(scheme.Scheme) ? scheme.Scheme : "ApiKey")} realm={FieldSyntax.StructuredString(scheme.Name)}")
        .Distinct());

    private static bool Has(StubResponse response, string name) =>
        response.Headers.Any(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static string TitleOf(int status) => status switch
    {
        400 => "Bad Request",
        401 => "Unauthorized",
        404 => "Not Found",
        405 => "Method Not Allowed",
        406 => "Not Acceptable",
        415 => "Unsupported Media Type",
        422 => "Unprocessable Entity",
        501 => "Not Implemented",
        _ => "",
    };
}
