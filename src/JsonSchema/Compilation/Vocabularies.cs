using System.Text.Json;
using SocialContract.JsonSchema.Dialects;

namespace SocialContract.JsonSchema.Compilation;

/// <summary>Makes a dialect of a meta-schema's <c>$vocabulary</c> (JSON Schema core 8.1.2).</summary>
internal static class Vocabularies
{
    private const string Prefix202012 = "https://json-schema.org/draft/2020-12/vocab/";
    private const string Prefix201909 = "https://json-schema.org/draft/2019-09/vocab/";

    /// <summary>
    /// The dialect; null where a required vocabulary is not known. A meta-schema without vocabularies has the dialect that it is written
    /// in.
    /// </summary>
    public static Dialect? Derive(string uri, JsonElement metaSchema, SchemaStore store)
    {
        var (written, refusal) = store.DialectOf(metaSchema, Dialect.Draft202012);
        if (refusal is not null || metaSchema.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (!metaSchema.TryGetProperty("$vocabulary", out var vocabulary) || vocabulary.ValueKind != JsonValueKind.Object)
        {
            return written.As(new Uri(uri));
        }

        var known = new List<string>();
        var original = Dialect.Draft202012;
        foreach (var entry in vocabulary.EnumerateObject())
        {
            var is202012 = entry.Name.StartsWith(Prefix202012, StringComparison.Ordinal);
            if (!is202012 && !entry.Name.StartsWith(Prefix201909, StringComparison.Ordinal))
            {
                if (entry.Value.ValueKind == JsonValueKind.True)
                {
                    return null;
                }

                continue;
            }

            original = is202012 ? Dialect.Draft202012 : Dialect.Draft201909;
            known.Add(entry.Name[Prefix202012.Length..]);
            if (!is202012 && known[^1] == "applicator")
            {
                known.Add("unevaluated");
            }
        }

        return original.As(new Uri(uri))
            .Only(known.Append("core").SelectMany(StandardDialects.Vocabulary))
            .WithFormatAssertion(known.Contains("format-assertion"));
    }
}
