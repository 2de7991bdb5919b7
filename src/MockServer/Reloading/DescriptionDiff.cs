using SocialContract.Contract;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Model;

namespace SocialContract.MockServer.Reloading;

/// <summary>Describes the changes between two versions of a document, one line for each.</summary>
internal static class DescriptionDiff
{
    /// <summary>The maximum number of operations of documents whose rules are compared.</summary>
    private const int DetailLimit = 200;

    public static IReadOnlyList<string> Between(ContractDescription before, ContractDescription after)
    {
        var changes = new List<string>();
        var old = before.Operations.ToDictionary(operation => operation.Id, StringComparer.Ordinal);
        var current = after.Operations.ToDictionary(operation => operation.Id, StringComparer.Ordinal);

        changes.AddRange(Missing(after.Operations, old).Select(operation => $"added {Name(operation)}"));
        changes.AddRange(Missing(before.Operations, current).Select(operation => $"removed {Name(operation)}"));
        foreach (var operation in after.Operations)
        {
            if (old.TryGetValue(operation.Id, out var was))
            {
                Compare(was, operation, changes);
            }
        }

        if (before.Operations.Count <= DetailLimit && after.Operations.Count <= DetailLimit)
        {
            CompareRules(before, after, changes);
        }

        if (changes.Count == 0 && !SameText(before, after))
        {
            changes.Add("the text changed, but no operation, example or rule");
        }

        return changes;
    }

    private static void Compare(Operation before, Operation after, List<string> changes)
    {
        if (Name(before) != Name(after))
        {
            changes.Add($"moved {Name(before)} to {Name(after)}");
        }

        var old = Examples(before);
        var current = Examples(after);
        changes.AddRange(Missing(current, old).Select(example => $"added {example.Key} of {Name(after)}"));
        changes.AddRange(Missing(old, current).Select(example => $"removed {example.Key} of {Name(after)}"));
        changes.AddRange(Changed(old, current).Select(example => $"changed {example.Key} of {Name(after)}"));
        if (old.SequenceEqual(current) && before.Node.Value.GetRawText() != after.Node.Value.GetRawText())
        {
            changes.Add($"changed {Name(after)}");
        }
    }

    private static void CompareRules(ContractDescription before, ContractDescription after, List<string> changes)
    {
        var old = Rules(before);
        var current = Rules(after);
        changes.AddRange(Missing(current, old).Select(rule => $"added the rule: {rule.Value} ({rule.Key})"));
        changes.AddRange(Missing(old, current).Select(rule => $"removed the rule: {rule.Value} ({rule.Key})"));
        changes.AddRange(Changed(old, current).Select(rule => $"changed the rule: {rule.Value} ({rule.Key})"));
    }

    private static IEnumerable<Operation> Missing(IEnumerable<Operation> operations, Dictionary<string, Operation> others) =>
        operations.Where(operation => !others.ContainsKey(operation.Id));

    private static IEnumerable<KeyValuePair<string, string>> Missing(
        Dictionary<string, string> entries, Dictionary<string, string> others) =>
        entries.Where(entry => !others.ContainsKey(entry.Key));

    private static IEnumerable<KeyValuePair<string, string>> Changed(
        Dictionary<string, string> before, Dictionary<string, string> after) =>
        after.Where(entry => before.TryGetValue(entry.Key, out var was) && was != entry.Value);

    private static Dictionary<string, string> Examples(Operation operation)
    {
        var examples = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var response in operation.Responses)
        {
            foreach (var media in response.Content)
            {
                foreach (var example in media.Examples)
                {
                    var name = example.Name.Length == 0 ? "" : $"\"{example.Name}\" ";
                    examples[$"the example {name}for {response.Status} {media.Name}"] = example.Node.Value.GetRawText();
                }
            }
        }

        return examples;
    }

    private static Dictionary<string, string> Rules(ContractDescription api) =>
        api.Operations
            .SelectMany(operation => api.Rules.Requests(operation).Concat(api.Rules.Responses(operation)))
            .Select(use => use.Rule)
            .DistinctBy(rule => rule.Id)
            .ToDictionary(rule => rule.Id, rule => rule.Statement, StringComparer.Ordinal);

    private static bool SameText(ContractDescription before, ContractDescription after) =>
        before.Documents.Files.Count == after.Documents.Files.Count
        && before.Documents.Files.Zip(after.Documents.Files).All(pair => SameText(pair.First, pair.Second));

    private static bool SameText(DocumentFile left, DocumentFile right) => left.Text.Span.SequenceEqual(right.Text.Span);

    private static string Name(Operation operation) => $"{operation.Method} {operation.Path}";
}
