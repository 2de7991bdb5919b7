using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace SocialContract.Contract.Validation.Decoding;

/// <summary>A scalar of <c>enum</c> or <c>const</c>. It stays in the document's bytes: there may be millions.</summary>
internal readonly struct ListedValue(JsonElement value) : IEquatable<ListedValue>
{
    public bool IsString => value.ValueKind == JsonValueKind.String;

    /// <summary>Its JSON text.</summary>
    public ReadOnlySpan<byte> Json => JsonMarshal.GetRawUtf8Value(value);

    /// <summary>What a form field or parameter carries for it: a string's text, else its JSON text.</summary>
    public string Text => IsString ? value.GetString()! : Encoding.UTF8.GetString(Json);

    /// <summary>Whether that is its <see cref="Text"/>, without allocating.</summary>
    public bool HasText(ReadOnlySpan<byte> utf8) => IsString ? value.ValueEquals(utf8) : Json.SequenceEqual(utf8);

    public bool Equals(ListedValue other) => Json.SequenceEqual(other.Json);

    public override bool Equals(object? obj) => obj is ListedValue other && Equals(other);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(Json);
        return hash.ToHashCode();
    }
}
