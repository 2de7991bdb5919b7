using System.Text.Json;

namespace SocialContract.JsonSchema.Compilation;

/// <summary>The meta-schemas of the standard dialects. They are part of the assembly, since documents are never fetched.</summary>
internal static class MetaSchemas
{
    /// <param name="uri">Absolute, without a fragment.</param>
    public static JsonElement? Find(string uri)
    {
        var separator = uri.IndexOf("://", StringComparison.Ordinal);
        if (separator < 0 || uri[..separator] is not ("http" or "https"))
        {
            return null;
        }

        using var stream = typeof(MetaSchemas).Assembly.GetManifestResourceStream($"{uri[(separator + 3)..]}.json");
        return stream is null ? null : JsonDocument.Parse(stream).RootElement;
    }
}
