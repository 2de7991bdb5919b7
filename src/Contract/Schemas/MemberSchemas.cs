using System.Collections.Concurrent;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.JsonSchema.Patterns;

namespace SocialContract.Contract.Schemas;

/// <summary>Which schemas in a schema describe a member (JSON Schema core, section 10.3.2). Thread-safe.</summary>
internal sealed class MemberSchemas
{
    private readonly ConcurrentDictionary<string, EcmaPattern?> _patterns = new(StringComparer.Ordinal);

    /// <summary>
    /// The schemas in <c>properties</c> and <c>patternProperties</c> for the name, else <c>additionalProperties</c>. Members that none
    /// describes are left to <c>unevaluatedProperties</c>.
    /// </summary>
    /// <param name="keyword">Reads a keyword of the schema.</param>
    /// <param name="whenUnsure">Whether a pattern that cannot be read, or takes too long, counts as matching.</param>
    public IEnumerable<DocumentNode> Of(Func<string, DocumentNode?> keyword, string name, bool whenUnsure)
    {
        var isDescribed = false;
        if (keyword(KeywordNames.Properties)?.Member(name) is { } property)
        {
            isDescribed = true;
            yield return property;
        }

        foreach (var (expression, schema) in keyword(KeywordNames.PatternProperties)?.Members() ?? [])
        {
            if (Matches(expression, name, whenUnsure))
            {
                isDescribed = true;
                yield return schema;
            }
        }

        if (!isDescribed && keyword(KeywordNames.AdditionalProperties) is { } others)
        {
            yield return others;
        }
    }

    private bool Matches(string expression, string name, bool whenUnsure)
    {
        var pattern = _patterns.GetOrAdd(expression, static text => EcmaPattern.TryParse(text, out var parsed, out _) ? parsed : null);
        try
        {
            return pattern?.IsMatch(name) ?? whenUnsure;
        }
        catch (PatternTimeoutException)
        {
            return whenUnsure;
        }
    }
}
