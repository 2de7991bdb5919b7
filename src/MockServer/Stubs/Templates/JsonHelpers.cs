using System.Text.Json;
using SocialContract.MockServer.Stubs.Json;
using SocialContract.MockServer.Stubs.RegularExpressions;

namespace SocialContract.MockServer.Stubs.Templates;

/// <summary>Helpers that read and write JSON.</summary>
internal static class JsonHelpers
{
    public static IReadOnlyList<TemplateHelper> All { get; } =
    [
        new("jsonPath", Select) { Compiles = new(1, Path) },
        new("parseJson", Parse),
        new("toJson", call => TemplateJson.Pretty(call.Argument(0))),
        new("formatJson", Format),
        new("jsonMerge", call => TemplateJson.Compact(Merged(ValueOf(call.Argument(0)), ValueOf(call.Argument(1))))),
        new("jsonArrayAdd", Add),
    ];

    /// <summary>A path without <c>$</c> begins at the root.</summary>
    private static JsonPath Path(string text)
    {
        if (text.Length == 0)
        {
            throw new HelperException("The JSONPath cannot be empty");
        }

        return JsonPath.Parse(text[0] is '$' or '@' ? text : $"$.{text}", out var fault) ?? throw new HelperException(fault);
    }

    private static object? Select(HelperCall call)
    {
        var path = call.Compiled<JsonPath>();
        JsonElement root;
        try
        {
            root = TemplateJson.ElementOf(call.Argument(0));
        }
        catch (HelperException)
        {
            return call.Option("default");
        }

        var found = path.Select(root, new PatternTimeouts());
        return !path.IsDefinite ? TemplateList.OfJson([.. found.Select(element => TemplateJson.ValueOf(element))])
            : found.Count > 0 && TemplateJson.ValueOf(found[0], isResult: true) is { } value ? value
            : call.Option("default");
    }

    /// <summary>The value of a text or of the block's text; with a name it is kept instead of written.</summary>
    private static object? Parse(HelperCall call)
    {
        var text = call.IsBlock ? call.Body() : call.Text(0);
        var value = TemplateJson.ValueOf(TemplateJson.Parse(text));
        if (call.Argument(call.IsBlock ? 0 : 1) is not { } name)
        {
            return value;
        }

        call.Rendering.Assign(TemplateValues.TextOf(name), value);
        return null;
    }

    private static string Format(HelperCall call)
    {
        var value = ValueOf(call.Subject);
        return call.OptionText("format") == "compact" ? TemplateJson.Compact(value) : TemplateJson.Pretty(value, keepsNull: true);
    }

    private static object? ValueOf(object? json) =>
        json is TemplateObject or TemplateList ? json : TemplateJson.ValueOf(TemplateJson.Parse(TemplateValues.TextOf(json)));

    /// <summary>The members of both; where both have a member that is an object, its members, too.</summary>
    private static object? Merged(object? left, object? right)
    {
        if (left is not TemplateObject one || right is not TemplateObject other)
        {
            return right;
        }

        var merged = new TemplateObject();
        foreach (var (name, value) in one.Members)
        {
            merged.With(name, other.Contains(name) ? Merged(value, other.Find(name)) : value);
        }

        foreach (var (name, value) in other.Members.Where(member => !one.Contains(member.Key)))
        {
            merged.With(name, value);
        }

        return merged;
    }

    private static string Add(HelperCall call)
    {
        if (call.Option("jsonPath") is not null)
        {
            throw new HelperException("jsonArrayAdd adds to the whole array; jsonPath is not supported");
        }

        return ValueOf(call.Argument(0)) is TemplateList list
            ? TemplateJson.Compact(TemplateList.Of([.. list.Items, ValueOf(call.Argument(1))]))
            : throw new HelperException("the first argument is not an array");
    }
}
