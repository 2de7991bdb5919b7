using System.Runtime.CompilerServices;
using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;

namespace SocialContract.Contract.Schemas;

/// <summary>
/// The properties that messages in one direction do not contain: <c>readOnly</c> in requests, <c>writeOnly</c> in responses (OpenAPI 3.0.4
/// section 4.7.24.2, 3.1.1 section 4.8.24.4), and what <c>required</c> then demands. Validation, rules, generation, planning and lint all
/// ask here.
/// </summary>
/// <remarks>
/// A value is marked if any schema that applies to it is marked (JSON Schema Validation, section 9.4): the schema itself, the targets of
/// its references, its <c>allOf</c>. Which branch of <c>anyOf</c>, <c>oneOf</c> or <c>if</c> applies depends on the value, and a property
/// that is left out has none: it is hidden only if every branch hides it. One visible branch is a value that the message can contain, so
/// that a name in <c>required</c> stays required.
/// </remarks>
internal static class HiddenProperties
{
    /// <summary>Whether messages in that direction do not contain values of the schema.</summary>
    public static bool IsHidden(this SchemaView view, DocumentNode schema, MessageDirection direction) =>
        IsMarked(view, schema, MarkOf(direction), []);

    /// <summary>The names in a schema's <c>required</c> that messages in that direction must contain, each once.</summary>
    public static IEnumerable<string> Required(this SchemaView view, DocumentNode schema, MessageDirection direction)
    {
        var names = view.Names(schema).Distinct(StringComparer.Ordinal).ToList();
        if (names.Count == 0)
        {
            // Most schemas; what applies together with them can be a chain of thousands.
            return names;
        }

        var exempts = view.Exemptions(schema, direction);
        return names.Where(name => !exempts(name));
    }

    /// <summary>
    /// Which names in the schema's <c>required</c> messages in that direction need not contain: those of properties that are hidden by a
    /// <c>properties</c> of the schema, of its references and <c>allOf</c>, or of the schemas that it is a part of by <c>allOf</c>,
    /// <c>then</c>, <c>else</c> or <c>dependentSchemas</c>. A branch of <c>anyOf</c>, <c>oneOf</c>, <c>not</c> or <c>if</c> selects values
    /// by what they contain, so that the schemas around it do not change it.
    /// </summary>
    public static Func<string, bool> Exemptions(this SchemaView view, DocumentNode schema, MessageDirection direction)
    {
        var described = new List<DocumentNode>();
        for (DocumentNode? around = schema; around is { } whole; around = view.Extended(whole))
        {
            described.AddRange(view.AllConjuncts(whole)
                .Select(part => view.Keyword(part, KeywordNames.Properties))
                .OfType<DocumentNode>());
        }

        return name => described.Exists(properties =>
            properties.Member(name) is { } property && view.IsHidden(property, direction));
    }

    /// <summary>The annotation that hides values in that direction.</summary>
    private static string MarkOf(MessageDirection direction) =>
        direction == MessageDirection.Request ? KeywordNames.ReadOnly : KeywordNames.WriteOnly;

    /// <param name="known">Results by place; false while a place is being decided, so that circles end.</param>
    private static bool IsMarked(SchemaView view, DocumentNode schema, string mark, Dictionary<PlaceId, bool> known)
    {
        if (known.TryGetValue(schema.Place, out var marked) || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return marked;
        }

        known[schema.Place] = false;
        var parts = view.AllConjuncts(schema);
        marked = parts.Any(part => view.Keyword(part, mark) is { Value.ValueKind: JsonValueKind.True })
            || parts.SelectMany(view.Choices).Any(branches => branches.All(branch => IsMarked(view, branch, mark, known)));
        known[schema.Place] = marked;
        return marked;
    }
}
