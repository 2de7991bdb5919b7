using SocialContract.Contract.Documents;

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
        view.Hidden(direction).IsHidden(schema);

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
        var hidden = new List<IReadOnlySet<string>>();
        for (DocumentNode? around = schema; around is { } whole; around = view.Extended(whole))
        {
            if (view.Hidden(direction).NamesIn(whole) is { Count: > 0 } names)
            {
                hidden.Add(names);
            }
        }

        return name => hidden.Exists(names => names.Contains(name));
    }
}
