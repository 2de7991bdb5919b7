using SocialContract.JsonSchema.Instances;

namespace SocialContract.Contract.Generation.Examples.Echoing;

/// <summary>The value of a runtime expression: a value of the body, a parameter's JSON, a text, or nothing.</summary>
internal readonly ref struct EchoValue
{
    private EchoValue(ReadOnlySpan<byte> json, string? text, JsonCursor cursor, ReadOnlyMemory<byte> memory)
    {
        Json = json;
        Text = text;
        Cursor = cursor;
        Memory = memory;
    }

    /// <summary>The value's JSON text as received; empty for a <see cref="Text"/> and for nothing.</summary>
    public ReadOnlySpan<byte> Json { get; }

    /// <summary>A text that is not JSON: a URL, a raw header; null for a JSON value and for nothing.</summary>
    public string? Text { get; }

    /// <summary>The value in the body; undefined for a parameter, whose JSON is in <see cref="Memory"/>.</summary>
    public JsonCursor Cursor { get; }

    /// <summary>The JSON of a parameter; empty for other values.</summary>
    public ReadOnlyMemory<byte> Memory { get; }

    public bool IsNothing => Json.IsEmpty && Text is null;

    public static EchoValue Of(RuntimeExpression expression, in EchoScope scope)
    {
        switch (expression.Kind)
        {
            case RuntimeExpressionKind.Url:
                return new([], scope.Context.Url, default, default);
            case RuntimeExpressionKind.Method:
                return new([], scope.Context.Method, default, default);
            case RuntimeExpressionKind.Parameter when scope.Context.TryGetParameter(expression.Location, expression.Name, out var json):
                return new(json.Span, null, default, json);
            case RuntimeExpressionKind.Parameter when expression.Location == Model.ParameterLocation.Header:
                return new([], scope.Context.Header(expression.Name), default, default);
            case RuntimeExpressionKind.Body when scope.Context.TryGetBody(out var body):
                return Within(body, expression.Pointer);
            case RuntimeExpressionKind.Item when scope.HasItem:
                return Within(scope.Item, expression.Pointer);
            default:
                return default;
        }
    }

    private static EchoValue Within(JsonCursor value, CompiledPointer pointer) =>
        pointer.TryFollow(value, out var found) ? new(found.Raw, null, found, default) : default;
}
