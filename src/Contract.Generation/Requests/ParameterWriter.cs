using System.Globalization;
using System.Text;
using System.Text.Json;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Generation.Requests;

/// <summary>Serializes the value of a parameter for a request (OpenAPI 3.1, section 4.8.12.3).</summary>
internal static class ParameterWriter
{
    /// <summary>
    /// The parameter's value in the path or in a header; for a cookie and the query with the name, <c>name=value</c>, in the query joined
    /// by <c>&amp;</c> where there are several.
    /// </summary>
    public static string Write(Parameter parameter, JsonElement value) => parameter.In switch
    {
        ParameterLocation.Path => Path(parameter, value),
        ParameterLocation.Query => Query(parameter, value),
        ParameterLocation.Cookie => $"{parameter.Name}={Join(parameter, value, ",", parameter.Explode ? "=" : ",", Encode)}",
        _ => Join(parameter, value, ",", parameter.Explode ? "=" : ",", text => text),
    };

    private static string Path(Parameter parameter, JsonElement value)
    {
        var name = Encode(parameter.Name);
        return parameter.Style switch
        {
            ParameterStyle.Label => "." + Join(parameter, value, parameter.Explode ? "." : ",", parameter.Explode ? "=" : ",", EncodeLabel),
            ParameterStyle.Matrix when parameter.Explode && value.ValueKind == JsonValueKind.Array =>
                string.Concat(value.EnumerateArray().Select(item => $";{name}={Encode(Text(item))}")),
            ParameterStyle.Matrix when parameter.Explode && value.ValueKind == JsonValueKind.Object =>
                string.Concat(value.EnumerateObject().Select(member => $";{Encode(member.Name)}={Encode(Text(member.Value))}")),
            ParameterStyle.Matrix => $";{name}={Join(parameter, value, ",", ",", Encode)}",
            _ => Join(parameter, value, ",", parameter.Explode ? "=" : ",", Encode),
        };
    }

    /// <summary>Pairs of name and value joined by <c>&amp;</c>; empty for an empty array or object.</summary>
    private static string Query(Parameter parameter, JsonElement value)
    {
        var name = Encode(parameter.Name);
        return (value.ValueKind, parameter.Style) switch
        {
            _ when parameter.Content is { } content => $"{name}={Encode(ContentText(content, value))}",
            (JsonValueKind.Object, ParameterStyle.DeepObject) => string.Join('&', Brackets(name, value)),
            (JsonValueKind.Array, ParameterStyle.Form) when parameter.Explode =>
                string.Join('&', value.EnumerateArray().Select(item => $"{name}={Encode(Text(item))}")),
            (JsonValueKind.Object, ParameterStyle.Form) when parameter.Explode =>
                string.Join('&', value.EnumerateObject().Select(member => $"{Encode(member.Name)}={Encode(Text(member.Value))}")),
            (_, ParameterStyle.SpaceDelimited) => $"{name}={Join(parameter, value, "%20", "%20", Encode)}",
            (_, ParameterStyle.PipeDelimited) => $"{name}={Join(parameter, value, "%7C", "%7C", Encode)}",
            _ => $"{name}={Join(parameter, value, ",", ",", Encode)}",
        };
    }

    private static IEnumerable<string> Brackets(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Brackets($"{name}[{Encode(member.Name)}]", member.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Brackets($"{name}[]", item)),
        _ => [$"{name}={Encode(Text(value))}"],
    };

    private static string Join(Parameter parameter, JsonElement value, string separator, string pair, Func<string, string> encode)
    {
        if (parameter.Content is { } content)
        {
            return encode(ContentText(content, value));
        }

        return value.ValueKind switch
        {
            JsonValueKind.Array => string.Join(separator, value.EnumerateArray().Select(item => encode(Text(item)))),
            JsonValueKind.Object => string.Join(
                separator, value.EnumerateObject().Select(member => $"{encode(member.Name)}{pair}{encode(Text(member.Value))}")),
            _ => encode(Text(value)),
        };
    }

    /// <summary>The value in the parameter's media type: JSON, else its text.</summary>
    private static string ContentText(MediaType content, JsonElement value) =>
        MediaTypes.IsJson(content.Name) ? value.GetRawText() : Text(value);

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null => "",
        _ => value.GetRawText(),
    };

    /// <summary>RFC 6570 does not encode the dots of a value, but then they look like the dots between values.</summary>
    private static string EncodeLabel(string text) => Encode(text).Replace(".", "%2E", StringComparison.Ordinal);

    /// <summary>Percent-encodes all characters except the unreserved ones of RFC 3986.</summary>
    private static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            _ = octet < 0x80 && (char.IsAsciiLetterOrDigit((char)octet) || octet is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~')
                ? encoded.Append((char)octet)
                : encoded.Append('%').Append(octet.ToString("X2", CultureInfo.InvariantCulture));
        }

        return encoded.ToString();
    }
}
