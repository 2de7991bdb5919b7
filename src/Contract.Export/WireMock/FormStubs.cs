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
    /// <summary>The conditions for it; null where WireMock cannot tell, with the reason, or where no form breaks the rule.</summary>
    public IReadOnlyList<StubCondition>? Broken(MediaType media, RuleUse use, out string? reason)
    {
        reason = null;
        var tokens = MessagePointer.Parse(use.Instance).Within.Split('/').Skip(1).Select(JsonPointer.Unescape).ToList();
        if (tokens.Contains("*"))
        {
            reason = "elements of lists in forms are not matched";
            return null;
        }

        return use.Rule is { Keyword: KeywordNames.Required, Property: { } property }
            ? Missing(media, tokens, property)
            : tokens.Count == 0 ? null : Value(media, tokens, use.Rule, out reason);
    }

    /// <summary>A field that is required, where the form has the object that requires it.</summary>
    private static IReadOnlyList<StubCondition> Missing(MediaType media, List<string> parent, string property)
    {
        var own = new StubCondition(StubPart.Body, "", StubPattern.DoesNotMatch(Occurs(media, [.. parent, property])));
        return parent.Count == 0 ? [own] : [new(StubPart.Body, "", StubPattern.Matches(Occurs(media, parent))), own];
    }

    private IReadOnlyList<StubCondition>? Value(MediaType media, List<string> tokens, Rule rule, out string? reason)
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
            return null;
        }

        if ((types.Of(schemas) & ValueTypes.Container) == types.Of(schemas))
        {
            // The names of its fields say that it is an object or a list.
            return null;
        }

        return texts.Broken(schema, rule, out reason) is { } pattern
            ? [new(
                MediaTypes.IsMultipart(media.Name) ? StubPart.Multipart : StubPart.Form,
                Bracketed(tokens),
                MediaTypes.IsMultipart(media.Name) ? pattern : StubPattern.And(StubPattern.Present, pattern))]
            : null;
    }

    /// <summary>The body, as sent, of a form that has the field or a field in it.</summary>
    private static string Occurs(MediaType media, IReadOnlyList<string> tokens)
    {
        if (MediaTypes.IsMultipart(media.Name))
        {
            return $@"[\s\S]*\bname=""{Regex.Escape(Bracketed(tokens))}[""\[][\s\S]*";
        }

        var name = string.Concat(tokens.Select((token, index) =>
        {
            var written = string.Join("|", new[] { token, Uri.EscapeDataString(token) }.Distinct().Select(Regex.Escape));
            return index == 0 ? $"(?:{written})" : $@"(?i:\[|%5B)(?:{written})(?i:\]|%5D)";
        }));
        return $@"(?:[\s\S]*&)?{name}(?:$|[=&\[]|(?i:%5B))[\s\S]*";
    }

    private static string Bracketed(IReadOnlyList<string> tokens) =>
        tokens[0] + string.Concat(tokens.Skip(1).Select(token => $"[{token}]"));
}
