using System.Text;
using SocialContract.Contract.Http;

namespace SocialContract.Contract.Secrets;

/// <summary>
/// Replaces the secrets in a body: in JSON and in forms each by its place. A body in which something is secret, and which cannot be
/// read, is removed whole.
/// </summary>
internal sealed class SecretBody(SecretJson json, Func<string, SecretPair?> undescribed)
{
    private static readonly Encoding Bytes = Encoding.Latin1;

    private static readonly byte[] Word = Encoding.UTF8.GetBytes(Redactor.Word);

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
        var isSecret = schema?.HoldsSecret == true;
        var isForm = isType && type.IsMultipartForm && schema?.IsSecret != true;
        if (isForm && type.TryGetParameter("boundary", out var boundary))
        {
            if (Multipart(body, boundary, schema, removed, out var isPartSecret) is { } shown)
            {
                return shown;
            }

            isSecret |= isPartSecret;
        }

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

        var text = Encoding.UTF8.GetString(body.Span);
        if (!isSecret || json.IsAllowed(text))
        {
            return body;
        }

        removed?.AddRange(
            isForm ? [text]
            : schema is { IsSecret: false } ? SecretParts.OfUnreadable(text, schema)
            : SecretParts.OfText(text, new SecretPair("", schema, true)));
        return Word;
    }

    private ReadOnlyMemory<byte> UrlEncoded(ReadOnlyMemory<byte> body, SecretSchema? schema, List<string>? removed)
    {
        var text = Bytes.GetString(body.Span);
        var shown = NameValueText.Removed(text, Pairs(schema), removed);
        return ReferenceEquals(shown, text) ? body : Bytes.GetBytes(shown);
    }

    /// <summary>Gives what to show of the pair with a name, if its value is secret; else null.</summary>
    private Func<string, SecretPair?> Pairs(SecretSchema? schema)
    {
        var pairs = schema is null ? null : SecretPairs.OfForm(schema);
        return name =>
        {
            var pair = default(SecretPair);
            return pairs?.IsSecret(name, out pair) switch
            {
                true => pair,
                false => null,
                null => undescribed(name),
            };
        };
    }

    /// <summary>
    /// The form with replacements for the contents of secret parts (RFC 7578), as validation reads it; null if it cannot be read, or
    /// if a name in it is secret itself.
    /// </summary>
    /// <param name="isSecret">Whether a part of it is secret, as far as it can be read.</param>
    private ReadOnlyMemory<byte>? Multipart(
        ReadOnlyMemory<byte> body, ReadOnlySpan<char> boundary, SecretSchema? schema, List<string>? removed, out bool isSecret)
    {
        var parts = new List<MultipartPart>();
        var fault = MultipartReader.Read(body.Span, boundary, int.MaxValue, parts);
        var secretOf = Pairs(schema);
        var isNameSecret = false;
        parts.RemoveAll(part => secretOf(part.Name) is null);
        isSecret = parts.Count > 0;
        foreach (var part in parts)
        {
            var secret = secretOf(part.Name)!.Value;
            var text = Encoding.UTF8.GetString(body.Span.Slice(part.Start, part.Length));
            removed?.AddRange(SecretParts.OfText(text, secret).Concat(PairName.Hidden(part.Name, secret.Name)));
            isNameSecret |= secret.Name != part.Name;
        }

        if (fault is not null && (isSecret || schema?.HoldsSecret == true))
        {
            removed?.AddRange(SecretParts.OfUnreadable(Encoding.UTF8.GetString(body.Span), schema));
        }

        if (fault is not null || isNameSecret)
        {
            return null;
        }

        if (!isSecret)
        {
            return body;
        }

        var shown = new List<byte>(body.Length);
        var shownTo = 0;
        foreach (var part in parts)
        {
            shown.AddRange(body.Span[shownTo..part.Start]);
            shown.AddRange(Word);
            shownTo = part.Start + part.Length;
        }

        shown.AddRange(body.Span[shownTo..]);
        return shown.ToArray();
    }
}
