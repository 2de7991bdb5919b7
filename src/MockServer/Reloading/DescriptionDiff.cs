using SocialContract.Contract;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Model;

namespace SocialContract.MockServer.Reloading;

/// <summary>What changed between two versions of a document, a line for each thing.</summary>
internal static class DescriptionDiff
{
    /// <summary>Rules are compared one by one in documents with no more operations than this; larger ones are compared by operation.</summary>
    private const int MostOperationsInDetail = 200;

    public static IReadOnlyList<string> Between(ContractDescription before, ContractDescription after)
    {
        var changes = new List<string>();
        var old = before.Operations.ToDictionary(operation => operation.Id, StringComparer.Ordinal);
        var current = after.Operations.ToDictionary(operation => operation.Id, StringComparer.Ordinal);

        changes.AddRange(after.Operations.Where(operation => !old.ContainsKey(operation.Id)).Select(operation => $"added {Name(operation)}"));
        changes.AddRange(before.Operations.Where(operation => !current.ContainsKey(operation.Id)).Select(operation => $"removed {Name(operation)}"));
        foreach (var operation in after.Operations)
        {
            if (old.TryGetValue(operation.Id, out var was))
            {
                Compare(was, operation, changes);
            }
        }

        if (before.Operations.Count <= MostOperationsInDetail && after.Operations.Count <= MostOperationsInDetail)
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
        changes.AddRange(current.Where(example => !old.ContainsKey(example.Key)).Select(example => $"added {example.Key} of {Name(after)}"));
        changes.AddRange(old.Where(example => !current.ContainsKey(example.Key)).Select(example => $"removed {example.Key} of {Name(after)}"));
        changes.AddRange(current.Where(example => old.TryGetValue(example.Key, out var was) && was != example.Value).Select(example => $"changed {example.Key} of {Name(after)}"));
        if (old.SequenceEqual(current) && before.Node.Value.GetRawText() != after.Node.Value.GetRawText())
        {
            changes.Add($"changed {Name(after)}");
        }
    }

    private static void CompareRules(ContractDescription before, ContractDescription after, List<string> changes)
    {
        var old = Rules(before);
        var current = Rules(after);
        changes.AddRange(current.Where(rule => !old.ContainsKey(rule.Key)).Select(rule => $"added the rule: {rule.Value} ({rule.Key})"));
        changes.AddRange(old.Where(rule => !current.ContainsKey(rule.Key)).Select(rule => $"removed the rule: {rule.Value} ({rule.Key})"));
        changes.AddRange(current.Where(rule => old.TryGetValue(rule.Key, out var was) && was != rule.Value).Select(rule => $"changed the rule: {rule.Value} ({rule.Key})"));
    }

    private static Dictionary<string, string> Examples(Operation operation)
    {
        var examples = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var response in operation.Responses)
        {
            foreach (var media in response.Content)
            {
                foreach (var example in media.Examples)
                {
                    examples[$"the example {(example.Name.Length == 0 ? "" : $"\"{example.Name}\" ")}for {response.Status} {media.Name}"] = example.Node.Value.GetRawText();
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

    private static bool SameText(DocumentFile one, DocumentFile other) => one.Text.Span.SequenceEqual(other.Text.Span);

    private static string Name(Operation operation) => $"{operation.Method} {operation.Path}";
}
