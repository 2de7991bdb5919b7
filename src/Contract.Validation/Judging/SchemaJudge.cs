using System.Globalization;
using System.Text;
using System.Text.Json;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Secrets;
using SocialContract.Contract.Validation.Decoding;
using SocialContract.JsonSchema;
using SocialContract.JsonSchema.Instances;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.Contract.Validation.Judging;

/// <summary>Validates values by their schemas and reports violations of rules.</summary>
internal sealed class SchemaJudge(RuleBook rules)
{
    /// <summary>Adds the violations of a value. Allocates nothing if it is valid.</summary>
    /// <param name="schema">Null: any value is valid.</param>
    /// <param name="prefix">RFC 6901 pointer of the value in its message: <c>/body</c>, <c>/query/limit</c>.</param>
    public void Judge(
        CompiledSchema? schema, ValueShape shape, JsonCursor value, ViolationKind kind, string prefix, ref List<Violation>? violations)
    {
        if (schema is null || schema.IsValid(value))
        {
            return;
        }

        var found = new List<SchemaViolation>();
        schema.Evaluate(value, found);
        violations ??= [];
        var suggestions = new NameSuggestions(NameSuggestions.OfMessage);
        foreach (var violation in found)
        {
            violations.Add(Translate(violation, shape, value, kind, prefix, suggestions));
        }
    }

    private Violation Translate(
        SchemaViolation violation, ValueShape shape, JsonCursor value, ViolationKind kind, string prefix, NameSuggestions suggestions)
    {
        var rule = rules.Find(violation.KeywordLocation, violation.Property);
        var isMissing = violation is { Keyword: KeywordNames.Required or KeywordNames.DependentRequired, Property: not null };
        var place = Find(shape, violation.InstanceLocation, out var parent, out var isSecret, out var shown);

        // The element that occurs twice is quoted.
        isSecret |= violation.Keyword == KeywordNames.UniqueItems
            && (place.Rest.IsSecret || Enumerable.Range(0, place.PrefixLength).Any(index => place.Item(index).IsSecret));
        var pointer = isMissing ? $"{shown}/{JsonPointer.Escape(violation.Property!)}" : shown;
        return new Violation(
            rule,
            kind,
            prefix + pointer,
            violation.Expected,
            isMissing ? "nothing" : isSecret || rule.Secret ? Redactor.Word : violation.Found,
            violation.Keyword switch
            {
                KeywordNames.Enum or KeywordNames.Const when !isSecret && !rule.Secret =>
                    NearestListed(place, violation.InstanceLocation, value, suggestions),
                KeywordNames.AdditionalProperties or KeywordNames.UnevaluatedProperties when violation.Property is { } name =>
                    suggestions.Find(name, parent.PropertyNames),
                _ => null,
            });
    }

    /// <summary>The listed value that a string probably means, including a value of another type with the same text.</summary>
    private static string? NearestListed(ValueShape shape, string pointer, JsonCursor value, NameSuggestions suggestions)
    {
        if (!suggestions.TryCount(shape.Listed.Count) || !value.TryResolve(pointer, out var found) || found.Kind != JsonValueKind.String)
        {
            return null;
        }

        var text = found.GetString();
        var utf8 = Encoding.UTF8.GetBytes(text);
        return shape.Listed.Any(listed => !listed.IsString && listed.HasText(utf8))
            ? text
            : suggestions.Find(text, shape.Listed.Where(listed => listed.IsString).Select(listed => listed.Text));
    }

    /// <summary>The shape of a place in the value.</summary>
    /// <param name="shown">The pointer, without names in a secret that the document does not have: they may be secrets, too.</param>
    private static ValueShape Find(ValueShape shape, string pointer, out ValueShape parent, out bool isSecret, out string shown)
    {
        parent = shape;
        isSecret = shape.IsSecret;
        shown = "";
        foreach (var token in pointer.Split('/').Skip(1))
        {
            parent = shape;
            var isIndex = int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                && shape.Allows(ValueTypes.Array);
            var name = JsonPointer.Unescape(token);
            shown += isSecret && !isIndex && !shape.PropertyNames.Contains(name) ? $"/{Redactor.Word}" : $"/{token}";
            shape = isIndex ? shape.Item(index) : shape.Property(name);
            isSecret |= shape.IsSecret;
        }

        return shape;
    }
}
