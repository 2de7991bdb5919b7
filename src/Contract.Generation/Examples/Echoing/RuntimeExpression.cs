using System.Diagnostics.CodeAnalysis;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Generation.Examples.Echoing;

/// <summary>
/// An OpenAPI runtime expression about the request (3.1, section 4.8.20.4), or <c>$item</c>, the element of an echoed array.
/// </summary>
/// <param name="Kind">The part of the request.</param>
/// <param name="Location">The parameter's place, for <see cref="RuntimeExpressionKind.Parameter"/>.</param>
/// <param name="Name">The parameter's name.</param>
/// <param name="Pointer">The place in the body or in the element.</param>
internal sealed record RuntimeExpression(RuntimeExpressionKind Kind, ParameterLocation Location, string Name, CompiledPointer Pointer)
{
    private const string Request = "$request.";
    private const string RequestBody = "$request.body";
    private static readonly CompiledPointer Whole = new("");

    public static bool TryParse(string text, [NotNullWhen(true)] out RuntimeExpression? expression)
    {
        expression = text switch
        {
            "$url" => new(RuntimeExpressionKind.Url, default, "", Whole),
            "$method" => new(RuntimeExpressionKind.Method, default, "", Whole),
            _ when text.StartsWith("$item", StringComparison.Ordinal) => WithPointer(RuntimeExpressionKind.Item, text["$item".Length..]),
            _ when text.StartsWith(RequestBody, StringComparison.Ordinal) =>
                WithPointer(RuntimeExpressionKind.Body, text[RequestBody.Length..]),
            _ when text.StartsWith(Request, StringComparison.Ordinal) => OfParameter(text[Request.Length..]),
            _ => null,
        };
        return expression is not null;
    }

    private static RuntimeExpression? WithPointer(RuntimeExpressionKind kind, string rest) => rest switch
    {
        "" or "#" => new(kind, default, "", Whole),
        ['#', '/', ..] => new(kind, default, "", new CompiledPointer(rest[1..])),
        _ => null,
    };

    private static RuntimeExpression? OfParameter(string rest)
    {
        var dot = rest.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 || dot == rest.Length - 1
            ? null
            : rest[..dot] switch
            {
                "path" => new(RuntimeExpressionKind.Parameter, ParameterLocation.Path, rest[(dot + 1)..], Whole),
                "query" => new(RuntimeExpressionKind.Parameter, ParameterLocation.Query, rest[(dot + 1)..], Whole),
                "header" => new(RuntimeExpressionKind.Parameter, ParameterLocation.Header, rest[(dot + 1)..], Whole),
                _ => null,
            };
    }
}

/// <summary>The part of the request that a runtime expression refers to.</summary>
internal enum RuntimeExpressionKind
{
    Url,
    Method,
    Parameter,
    Body,

    /// <summary>The element of the request's array for which an element of the response's array is written.</summary>
    Item,
}
