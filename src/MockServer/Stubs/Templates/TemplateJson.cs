using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SocialContract.MockServer.Stubs.Templates;

/// <summary>Reads and writes the JSON of templates.</summary>
internal static class TemplateJson
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 128 };

    /// <exception cref="HelperException">The text is not JSON.</exception>
    public static JsonElement Parse(string text)
    {
        try
        {
            return JsonElement.Parse(text, Options);
        }
        catch (JsonException)
        {
            throw new HelperException($"{(text.Length > 100 ? $"{text[..100]}…" : text)} is not valid JSON");
        }
    }

    /// <summary>The JSON of a value; a text is JSON already.</summary>
    /// <exception cref="HelperException">The text is not JSON.</exception>
    public static JsonElement ElementOf(object? value) =>
        Parse(value is TemplateObject or TemplateList ? Compact(value) : TemplateValues.TextOf(value));

    /// <param name="isResult">Whether it is the result of a JSON path, which is written as JSON.</param>
    public static object? ValueOf(JsonElement element, bool isResult = false)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new TemplateObject(isJson: isResult);
                foreach (var member in element.EnumerateObject())
                {
                    members.With(member.Name, ValueOf(member.Value));
                }

                return members;
            case JsonValueKind.Array:
                object?[] items = [.. element.EnumerateArray().Select(item => ValueOf(item))];
                return isResult ? TemplateList.OfJson(items) : TemplateList.Of(items);
            case JsonValueKind.Number:
                var isInteger = !element.GetRawText().AsSpan().ContainsAny(".eE");
                return isInteger && element.TryGetDecimal(out var number) ? number : element.GetDouble();
            case JsonValueKind.String:
                return element.GetString();
            case JsonValueKind.True:
                return true;
            case JsonValueKind.False:
                return false;
            default:
                return null;
        }
    }

    /// <summary>On one line, without spaces.</summary>
    public static string Compact(object? value)
    {
        var text = new StringBuilder();
        Write(text, value, depth: -1, keepsNull: true);
        return text.ToString();
    }

    /// <summary>As Jackson's default printer writes it: members on lines, arrays of plain values on one.</summary>
    /// <param name="keepsNull">Whether members that are null are written.</param>
    public static string Pretty(object? value, bool keepsNull = false)
    {
        var text = new StringBuilder();
        Write(text, value, depth: 0, keepsNull);
        return text.ToString();
    }

    /// <param name="depth">-1: compact.</param>
    private static void Write(StringBuilder text, object? value, int depth, bool keepsNull)
    {
        switch (value)
        {
            case TemplateObject members:
                WriteObject(text, [.. members.Members.Where(member => keepsNull || member.Value is not null)], depth, keepsNull);
                break;
            case TemplateList { Items: var items }:
                var space = depth < 0 ? "" : " ";
                text.Append('[').Append(space);
                for (var index = 0; index < items.Count; index++)
                {
                    text.Append(index == 0 ? "" : $",{space}");
                    Write(text, items[index], depth, keepsNull);
                }

                text.Append(items.Count == 0 ? "" : space).Append(']');
                break;
            case null:
                text.Append("null");
                break;
            case bool or decimal or double:
                text.Append(TemplateValues.TextOf(value));
                break;
            default:
                text.Append('"').Append(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(TemplateValues.TextOf(value))).Append('"');
                break;
        }
    }

    private static void WriteObject(StringBuilder text, List<KeyValuePair<string, object?>> members, int depth, bool keepsNull)
    {
        if (members.Count == 0)
        {
            text.Append(depth < 0 ? "{}" : "{ }");
            return;
        }

        text.Append('{');
        var inner = depth < 0 ? -1 : depth + 1;
        for (var index = 0; index < members.Count; index++)
        {
            text.Append(index == 0 ? "" : ",").Append(depth < 0 ? "" : $"\n{new string(' ', 2 * inner)}");
            text.Append('"').Append(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(members[index].Key)).Append('"');
            text.Append(depth < 0 ? ":" : " : ");
            Write(text, members[index].Value, inner, keepsNull);
        }

        text.Append(depth < 0 ? "" : $"\n{new string(' ', 2 * depth)}").Append('}');
    }
}
