using System.Text.RegularExpressions;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Generation.Examples.Echoing;
using SocialContract.Contract.Generation.Requests;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;

namespace SocialContract.Contract.Export.WireMock;

/// <summary>The bodies of forms that break a rule, where it concerns a field that the form has by a name of its own.</summary>
/// <param name="texts">Patterns for the fields' values.</param>
/// <param name="types">The types of values in requests.</param>
internal sealed class FormStubs(TextPattern texts, TargetTypes types)
{
    /// <summary>
    /// The ways to break the rule, each with its conditions; empty where WireMock cannot tell, with the reason, or where no form breaks it.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<StubCondition>> Broken(MediaType media, RuleUse use, out string? reason)
    {
        reason = null;
        var tokens = MessagePointer.Parse(use.Instance).Within.Split('/').Skip(1).Select(JsonPointer.Unescape).ToList();
        if (tokens.Contains("*"))
        {
            reason = "elements of lists in forms are not matched";
            return [];
        }

        return use.Rule is { Keyword: KeywordNames.Required, Property: { } property }
            ? [Missing(media, tokens, property)]
            : tokens.Count == 0 ? [] : Value(media, tokens, use.Rule, out reason);
    }

    /// <summary>A field that is required, where the form has the object that requires it.</summary>
    private static IReadOnlyList<StubCondition> Missing(MediaType media, List<string> parent, string property)
    {
        var own = new StubCondition(StubPart.Body, "", StubPattern.DoesNotMatch(Occurs(media, [.. parent, property])));
        return parent.Count == 0 ? [own] : [new(StubPart.Body, "", StubPattern.Matches(Occurs(media, parent))), own];
    }

    private List<IReadOnlyList<StubCondition>> Value(MediaType media, List<string> tokens, Rule rule, out string? reason)
    {
        reason = null;
        IReadOnlyList<DocumentNode> schemas = [media.Schema!.Node];
        foreach (var token in tokens)
        {
            schemas = types.Children(schemas, token);
        }

        if (schemas is not [var schema])
        {
            reason = "several schemas describe the field";
            return [];
        }

        var ways = new List<IReadOnlyList<StubCondition>>();
        var allowed = types.Of(schemas);
        if (rule.Keyword == KeywordNames.Type && (allowed & ValueTypes.Container) == 0)
        {
            ways.Add([new(StubPart.Body, "", StubPattern.Matches(Occurs(media, tokens, Occurrence.Nested)))]);
        }
        else if (rule.Keyword == KeywordNames.Type && allowed == ValueTypes.Object)
        {
            ways.Add([new(StubPart.Body, "", StubPattern.Matches(Occurs(media, tokens, Occurrence.Own)))]);
        }

        if ((allowed & ~ValueTypes.Container) != 0 && texts.Broken(schema, rule, out reason) is { } pattern)
        {
            var isMultipart = MediaTypes.IsMultipart(media.Name);
            ways.Add([new(
                isMultipart ? StubPart.Multipart : StubPart.Form,
                Bracketed(tokens),
                isMultipart ? pattern : StubPattern.And(StubPattern.Present, pattern))]);
        }

        return ways;
    }

    /// <summary>The body, as sent, of a form that has the field, a field in it, or either.</summary>
    private static string Occurs(MediaType media, IReadOnlyList<string> tokens, Occurrence occurrence = Occurrence.Either)
    {
        if (MediaTypes.IsMultipart(media.Name))
        {
            var end = occurrence switch { Occurrence.Own => "\"", Occurrence.Nested => @"\[", _ => @"[""\[]" };
            return $@"[\s\S]*\bname=""{Regex.Escape(Bracketed(tokens))}{end}[\s\S]*";
        }

        var name = string.Concat(tokens.Select((token, index) =>
        {
            var written = string.Join("|", new[] { token, Uri.EscapeDataString(token) }.Distinct().Select(Regex.Escape));
            return index == 0 ? $"(?:{written})" : $@"(?i:\[|%5B)(?:{written})(?i:\]|%5D)";
        }));
        var after = occurrence switch
        {
            Occurrence.Own => "(?:$|[=&])",
            Occurrence.Nested => @"(?:\[|(?i:%5B))",
            _ => @"(?:$|[=&\[]|(?i:%5B))",
        };
        return $@"(?:[\s\S]*&)?{name}{after}[\s\S]*";
    }

    private static string Bracketed(IReadOnlyList<string> tokens) =>
        tokens[0] + string.Concat(tokens.Skip(1).Select(token => $"[{token}]"));

    /// <summary>How a form has a value.</summary>
    private enum Occurrence
    {
        Either,

        /// <summary>By a field of its own.</summary>
        Own,

        /// <summary>By fields in it, for an object or a list.</summary>
        Nested,
    }
}
