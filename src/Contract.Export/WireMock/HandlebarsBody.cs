using System.Globalization;
using System.Text;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Generation.Examples.Echoing;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Export.WireMock;

/// <summary>Writes the parts of an echoing example as a template of WireMock ('Response Templating'): Handlebars and its helpers.</summary>
/// <param name="operation">Its parameters tell which values of the request are JSON numbers.</param>
/// <param name="types">The types of values in requests.</param>
/// <param name="body">The schema of the request's JSON body; null without one.</param>
/// <param name="notes">Takes a sentence for each value that stays as in the example.</param>
internal sealed class HandlebarsBody(Operation operation, TargetTypes types, DocumentNode? body, Action<string> notes)
{
    private const ValueTypes Unquoted = ValueTypes.Number | ValueTypes.Boolean | ValueTypes.Null;

    /// <summary>A text that no request is expected to have as a value: what a missing value is read as.</summary>
    private const string Missing = "@@missing";

    private int _texts;

    /// <summary>Whether a part is a value of the request's body.</summary>
    public static bool ReadsBody(IEnumerable<TemplatePiece> pieces) => pieces.Any(piece => piece switch
    {
        TemplatePiece.Value value => value.Expression.Kind == RuntimeExpressionKind.Body || ReadsBody(value.Example),
        TemplatePiece.Text text => text.Embedded.Parts.Any(part => part.Expression?.Kind == RuntimeExpressionKind.Body),
        TemplatePiece.Elements => true,
        TemplatePiece.Group group => ReadsBody(group.Pieces),
        _ => false,
    });

    public string Write(IReadOnlyList<TemplatePiece> pieces)
    {
        _texts = 0;
        var output = new StringBuilder();
        WriteAll(pieces, [], output);
        return output.ToString();
    }

    /// <param name="item">The schemas of the element of the request's array for which parts are written.</param>
    private void WriteAll(IReadOnlyList<TemplatePiece> pieces, IReadOnlyList<DocumentNode> item, StringBuilder output)
    {
        foreach (var piece in pieces)
        {
            switch (piece)
            {
                case TemplatePiece.Fixed text:
                    Append(Literal(Encoding.UTF8.GetString(text.Json)), output);
                    break;
                case TemplatePiece.Counter counter:
                    output.Append(CultureInfo.InvariantCulture, $"{{{{{{math @index '+' {counter.First}}}}}}}");
                    break;
                case TemplatePiece.Group group:
                    WriteAll(group.Pieces, item, output);
                    break;
                case TemplatePiece.Value value:
                    WriteValue(value, item, output);
                    break;
                case TemplatePiece.Text text:
                    WriteText(text, item, output);
                    break;
                case TemplatePiece.Elements elements:
                    WriteElements(elements, item, output);
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }
    }

    private void WriteValue(TemplatePiece.Value value, IReadOnlyList<DocumentNode> item, StringBuilder output)
    {
        if (ReadingOf(value.Expression, item) is not { } reading || !CanWrite(reading.Types, value.Allowed))
        {
            notes("a value of the response that the document takes from the request stays as in the example, "
                + "because WireMock's templates cannot convert it");
            WriteAll(value.Example, item, output);
            return;
        }

        var written = (value.Allowed & reading.Types) == 0 ? $"\"{{{{{{{reading.Text}}}}}}}\""
            : reading.IsText && (reading.Types & ~Unquoted) == 0 ? $"{{{{{{{reading.Text}}}}}}}"
            : $"{{{{{{toJson {reading.Argument}}}}}}}";
        if (reading.IsCertain)
        {
            output.Append(written);
            return;
        }

        output.Append(reading.Begin).Append(written).Append("{{else}}");
        WriteAll(value.Example, item, output);
        output.Append(reading.End);
    }

    /// <summary>
    /// Whether every value of those types can be written where the response allows these: as it is, or all of them as texts.
    /// </summary>
    private static bool CanWrite(ValueTypes read, ValueTypes allowed) =>
        (read & ~allowed) == 0 || ((read & ~Unquoted) == 0 && (read & allowed) == 0 && (allowed & ValueTypes.String) != 0);

    private void WriteText(TemplatePiece.Text text, IReadOnlyList<DocumentNode> item, StringBuilder output)
    {
        var content = new StringBuilder();
        foreach (var (literal, expression) in text.Embedded.Parts)
        {
            var reading = expression is null ? null : ReadingOf(expression, item);
            if (literal.AsSpan().ContainsAny("{}\\") || (expression is not null && reading is null))
            {
                notes("a text of the response that the document makes from the request stays as in the example, "
                    + "because WireMock's templates cannot write it");
                WriteAll(text.Example, item, output);
                return;
            }

            content.Append(literal);
            if (reading is not null)
            {
                content.Append(CultureInfo.InvariantCulture, $"{{{{{{{reading.Text}}}}}}}");
            }
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"text{++_texts}");
        output.Append(CultureInfo.InvariantCulture, $"{{{{#assign '{name}'}}}}{content}{{{{/assign}}}}{{{{{{toJson {name}}}}}}}");
    }

    private void WriteElements(TemplatePiece.Elements elements, IReadOnlyList<DocumentNode> item, StringBuilder output)
    {
        if (ReadingOf(elements.Expression, item) is not { IsText: false } array)
        {
            notes("an array of the response that the document takes from the request stays empty, "
                + "because WireMock's templates cannot read it there");
            output.Append("[]");
            return;
        }

        // Handlebars walks over its current value where the array is missing.
        output.Append('[').Append(array.Begin).Append(CultureInfo.InvariantCulture, $"{{{{#each {array.Argument} as |item|}}}}");
        WriteAll(elements.Element, types.Children(array.Schemas, "0"), output);
        output.Append("{{#unless @last}},{{/unless}}{{/each}}").Append(array.End).Append(']');
    }

    /// <summary>How a template reads a value; null where it cannot.</summary>
    private Reading? ReadingOf(RuntimeExpression expression, IReadOnlyList<DocumentNode> item)
    {
        switch (expression.Kind)
        {
            case RuntimeExpressionKind.Url:
                return new("join request.baseUrl request.url ''", ValueTypes.String, [], IsText: true, IsCertain: true);
            case RuntimeExpressionKind.Method:
                return new("request.method", ValueTypes.String, [], IsText: true, IsCertain: true);
            case RuntimeExpressionKind.Parameter:
                return ParameterReading(expression);
            case RuntimeExpressionKind.Body when body is { } schema && JsonPath(expression.Pointer.Text) is { } path:
                return Within($"jsonPath request.body \"{path}\"", [schema], expression.Pointer.Text);
            case RuntimeExpressionKind.Item when JsonPath(expression.Pointer.Text) is { } path:
                return Within($"jsonPath item \"{path}\"", item, expression.Pointer.Text);
            default:
                return null;
        }
    }

    private Reading Within(string text, IReadOnlyList<DocumentNode> schemas, string pointer)
    {
        foreach (var token in pointer.Split('/').Skip(1))
        {
            schemas = types.Children(schemas, JsonPointer.Unescape(token));
        }

        return new(text, types.Of(schemas), schemas, IsText: false);
    }

    private Reading? ParameterReading(RuntimeExpression expression)
    {
        var comparison = expression.Location == ParameterLocation.Header ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var described = operation.Parameters.FirstOrDefault(
            parameter => parameter.In == expression.Location && parameter.Name.Equals(expression.Name, comparison));
        var isScalar = described?.Content is null;
        var allowed = described?.Schema is { } schema ? types.Of([schema.Node]) & ValueTypes.Scalar : ValueTypes.String;
        if (!isScalar || expression.Name.Contains(']', StringComparison.Ordinal))
        {
            return null;
        }

        var written = (allowed & ValueTypes.String) != 0 ? ValueTypes.String : allowed;
        return expression.Location switch
        {
            ParameterLocation.Path =>
                new($"urlEncode request.path.[{expression.Name}] decode=true", written, [], IsText: true, IsCertain: true),
            ParameterLocation.Query => new($"request.query.[{expression.Name}]", written, [], IsText: true),
            _ => new($"request.headers.[{expression.Name}]", written, [], IsText: true),
        };
    }

    /// <summary>The pointer as a JSONPath; null where a name has characters that end a text of Handlebars or of JSONPath.</summary>
    private static string? JsonPath(string pointer)
    {
        var path = new StringBuilder("$");
        foreach (var token in pointer.Split('/').Skip(1).Select(JsonPointer.Unescape))
        {
            if (token.AsSpan().ContainsAny("\"'\\{}"))
            {
                return null;
            }

            path.Append(token.Length > 0 && token.All(char.IsAsciiDigit) ? $"[{token}]" : $"['{token}']");
        }

        return path.ToString();
    }

    /// <summary>Handlebars would read a brace after the end of an expression as a part of it; JSON allows a space there.</summary>
    private static void Append(string json, StringBuilder output) =>
        output.Append(json.StartsWith('}') && output.Length > 0 && output[^1] == '}' ? " " : "").Append(json);

    /// <summary>JSON text that Handlebars leaves as it is: two braces can only stand inside a string of it.</summary>
    private static string Literal(string json) => json.Replace("{{", @"\u007b\u007b", StringComparison.Ordinal);

    /// <param name="Text">An expression of Handlebars.</param>
    /// <param name="Types">The types that its values have.</param>
    /// <param name="Schemas">The schemas of its values.</param>
    /// <param name="IsText">Whether it is a text of the request, and not a value of its JSON.</param>
    /// <param name="IsCertain">Whether every request has it.</param>
    private sealed record Reading(string Text, ValueTypes Types, IReadOnlyList<DocumentNode> Schemas, bool IsText, bool IsCertain = false)
    {
        /// <summary>The expression as an argument of a helper.</summary>
        public string Argument => Text.Contains(' ', StringComparison.Ordinal) ? $"({Text})" : Text;

        /// <summary>Begins what is written where the request has the value. Zero, false and an empty text are values, too.</summary>
        public string Begin => IsText ? $"{{{{#if {Argument}}}}}" : $"{{{{#neq ({Text} default=\"{Missing}\") \"{Missing}\"}}}}";

        public string End => IsText ? "{{/if}}" : "{{/neq}}";
    }
}
