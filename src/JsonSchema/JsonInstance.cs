using System.Diagnostics.CodeAnalysis;

namespace SocialApi.JsonSchema;

/// <summary>
/// A JSON text, read once: a flat tape of its values over the caller's bytes, which must not change while the instance is used.
/// Rented from a pool: <see cref="Dispose"/> gives it back, after which neither it nor its cursors may be used.
/// </summary>
public sealed class JsonInstance : IDisposable
{
    public JsonCursor Root => throw new NotImplementedException();

    /// <summary>Reads one JSON text (RFC 8259).</summary>
    public static bool TryParse(
        ReadOnlyMemory<byte> utf8, JsonLimits limits, [NotNullWhen(true)] out JsonInstance? instance, out JsonFault fault) =>
        throw new NotImplementedException();

    public void Dispose() => throw new NotImplementedException();
}
