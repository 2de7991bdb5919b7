using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.JsonSchema.Keywords;

/// <summary>The schema that a keyword is compiled in: what the keyword may ask of it, and what the keyword adds to it.</summary>
internal interface IEnclosingSchema
{
    JsonElement Element { get; }

    /// <summary>The URI that references are resolved against; absolute, without a fragment.</summary>
    string BaseUri { get; }

    /// <summary>Whether <c>format</c> is an assertion here.</summary>
    bool AssertsFormats { get; }

    /// <summary>How long one backtracking pattern may take on one string.</summary>
    TimeSpan PatternTimeout { get; }

    /// <summary>Finds a keyword of the dialect; false also where the settings leave it out of this schema.</summary>
    bool TryKeyword(string name, [NotNullWhen(true)] out Keyword? keyword);

    /// <summary>Whether the settings leave one name out of a keyword that lists names.</summary>
    bool Skips(KeywordSite site, string property);

    void Fault(SchemaFault fault);

    /// <inheritdoc cref="KeywordContext.Apply"/>
    /// <param name="site">The keyword that applies the schema.</param>
    SchemaNode Apply(KeywordSite site, JsonElement schema, string tokens, bool inPlace, bool allowBoolean);

    /// <inheritdoc cref="KeywordContext.Reference"/>
    SchemaNode? Reference(KeywordContext context, bool isDynamic);

    /// <inheritdoc cref="KeywordContext.RecursiveReference"/>
    SchemaNode RecursiveReference(KeywordContext context);

    /// <summary>The names that the settings exempt from this schema's <c>required</c>.</summary>
    Func<string, bool> Exemptions();
}
