using System.Text;
using SocialContract.Contract.Http;

namespace SocialContract.Contract.Secrets;

/// <summary>
/// Replaces the secrets in a body: in JSON and in forms each by its place. A body in which something is secret, and which cannot be
/// read, is removed whole.
/// </summary>
internal sealed class SecretBody(SecretJson json, Func<string, string?> nameOf)
{
    private static readonly Encoding Bytes = Encoding.Latin1;

    /// <param name="contentType">As the message has it; null where it has none.</param>
    /// <param name="schema">Of the body; null where the document does not describe it.</param>
    /// <param name="removed">Receives the values that are not shown; null: they are not collected.</param>
    public ReadOnlyMemory<byte> Removed(ReadOnlyMemory<byte> body, string? contentType, SecretSchema? schema, List<string>? removed)
    {
        if (body.IsEmpty)
        {
            return body;
        }

        var isType = MediaTypeName.TryParse(contentType, out var type);
        if ((isType && type.IsJson) || body.Span.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..])
        {
            if (json.TryRemove(ref body, schema, removed))
            {
                return body;
            }
        }
        else if (isType && type.IsUrlEncodedForm && schema?.IsSecret != true)
        {
            return UrlEncoded(body, schema, removed);
        }
        else if (isType && type.IsMultipartForm && schema?.IsSecret != true && type.TryGetParameter("boundary", out var boundary)
            && Multipart(body, boundary.ToString(), schema, removed) is { } shown)
        {
            return shown;
        }

        var text = Encoding.UTF8.GetString(body.Span);
        if (schema?.HoldsSecret != true || json.IsAllowed(text))
        {
            return body;
        }

        removed?.Add(text);
        return Encoding.UTF8.GetBytes(Redactor.Word);
    }

    private ReadOnlyMemory<byte> UrlEncoded(ReadOnlyMemory<byte> body, SecretSchema? schema, List<string>? removed)
    {
        var text = Bytes.GetString(body.Span);
        var shown = NameValueText.Removed(text, Names(schema), removed);
        return ReferenceEquals(shown, text) ? body : Bytes.GetBytes(shown);
    }

    /// <summary>The name as it may be shown if the value is secret, else null.</summary>
    private Func<string, string?> Names(SecretSchema? schema)
    {
        var pairs = schema is null ? null : SecretPairs.OfForm(schema);
        return name =>
        {
            var shown = name;
            return pairs?.IsSecret(name, out shown) switch
            {
                true => shown,
                false => null,
                null => nameOf(name),
            };
        };
    }

    /// <summary>The form with replacements for the contents of secret parts (RFC 7578); null if it cannot be read.</summary>
    private ReadOnlyMemory<byte>? Multipart(ReadOnlyMemory<byte> body, string boundary, SecretSchema? schema, List<string>? removed)
    {
        var parts = Bytes.GetString(body.Span).Split($"--{boundary}");
        if (parts.Length < 3)
        {
            return null;
        }

        var names = Names(schema);
        var isChanged = false;
        for (var index = 1; index < parts.Length - 1; index++)
        {
            var start = parts[index].IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (start < 0 || NameIn(parts[index][..start]) is not { } name)
            {
                return null;
            }

            if (names(name) is not null)
            {
                removed?.Add(Encoding.UTF8.GetString(Bytes.GetBytes(parts[index][(start + 4)..].TrimEnd('\r', '\n'))));
                parts[index] = $"{parts[index][..(start + 4)]}{Redactor.Word}\r\n";
                isChanged = true;
            }
        }

        return isChanged ? Bytes.GetBytes(string.Join($"--{boundary}", parts)) : body;
    }

    /// <summary>The name of a part by its headers.</summary>
    private static string? NameIn(string headers)
    {
        var start = headers.IndexOf("name=", StringComparison.OrdinalIgnoreCase);
        if (start < 0)
        {
            return null;
        }

        var value = headers[(start + 5)..];
        return value.StartsWith('"') ? value[1..].Split('"')[0] : value.Split([';', '\r', ' '])[0];
    }
}
