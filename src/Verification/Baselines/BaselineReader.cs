using System.Globalization;
using System.Text.Json;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Documents;
using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Baselines;

/// <summary>Reads the content of a baseline file and reports every fault in it.</summary>
internal sealed class BaselineReader(DiagnosticBag diagnostics, CheckIndex? checks)
{
    private static readonly string[] Keys = ["rule", "operation", "until", "note"];

    private readonly Dictionary<(string Check, string Operation), DocumentNode> _seen = [];

    /// <summary>The entries that have no fault.</summary>
    public IReadOnlyList<BaselineEntry> Read(DocumentNode root)
    {
        if (root.Value.ValueKind != JsonValueKind.Object)
        {
            Report(BaselineCodes.Shape, root, $"expected an object with the list 'known', found {Kind(root)}");
            return [];
        }

        CheckKeys(root, ["known"]);
        if (root.Member("known") is not { } known)
        {
            Report(BaselineCodes.MissingKey, root, "the list 'known' is missing");
            return [];
        }

        // 'known:' with nothing after it is what remains when the last entry is deleted by hand.
        if (known.Value.ValueKind is not (JsonValueKind.Array or JsonValueKind.Null))
        {
            Report(BaselineCodes.Shape, known, $"expected 'known' to be a list, found {Kind(known)}");
        }

        return [.. known.Elements().Select(Entry).OfType<BaselineEntry>()];
    }

    private BaselineEntry? Entry(DocumentNode node)
    {
        if (node.Value.ValueKind != JsonValueKind.Object)
        {
            Report(BaselineCodes.Shape, node, $"expected an entry with rule, operation and until, found {Kind(node)}");
            return null;
        }

        CheckKeys(node, Keys);
        var check = Text(node, "rule", required: true) is { } written ? CheckIds.Current(written) : null;
        var operation = Text(node, "operation", required: true);
        var note = Text(node, "note", required: false);
        var until = Date(node);
        if (check is null || operation is null)
        {
            return null;
        }

        RequireCheck(node, check, operation);
        if (!_seen.TryAdd((check, operation), node))
        {
            var line = _seen[(check, operation)].Position.Line;
            Report(BaselineCodes.Twice, node, $"{check} of {operation} is listed already in line {line}");
            return null;
        }

        return until is { } day ? new BaselineEntry(check, operation, day, note ?? "") : null;
    }

    private void RequireCheck(DocumentNode node, string check, string operation)
    {
        if (checks is null)
        {
            return;
        }

        var operations = checks.OperationsOf(check);
        if (operations.Count == 0)
        {
            Report(
                BaselineCodes.UnknownRule, node.Member("rule")!.Value, $"there is no check {check}",
                diagnostics.Nearest(check, checks.Checks));
        }
        else if (!operations.Contains(operation))
        {
            var nearest = operations.Count == 1 ? operations.First() : diagnostics.Nearest(operation, operations);
            Report(
                BaselineCodes.UnknownOperation,
                node.Member("operation")!.Value,
                $"the check {check} does not belong to the operation {operation}",
                nearest);
        }
    }

    private DateOnly? Date(DocumentNode node)
    {
        if (Text(node, "until", required: true) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        Report(BaselineCodes.Date, node.Member("until")!.Value, $"expected a day such as 2027-01-31, found {text}");
        return null;
    }

    private string? Text(DocumentNode node, string key, bool required)
    {
        if (node.Member(key) is not { } member)
        {
            if (required)
            {
                Report(BaselineCodes.MissingKey, node, $"'{key}' is missing");
            }

            return null;
        }

        if (member.Value.ValueKind != JsonValueKind.String || (required && member.Value.GetString()!.Length == 0))
        {
            Report(BaselineCodes.Shape, member, $"expected '{key}' to be a text, found {Kind(member)}");
            return null;
        }

        return member.Value.GetString();
    }

    private void CheckKeys(DocumentNode node, string[] known)
    {
        foreach (var (name, member) in node.Members())
        {
            if (!known.Contains(name, StringComparer.Ordinal))
            {
                var message = $"there is no '{name}' here; expected {string.Join(", ", known)}";
                Report(BaselineCodes.UnknownKey, member, message, diagnostics.Nearest(name, known));
            }
        }
    }

    private void Report(string code, DocumentNode node, string message, string? nearest = null) =>
        diagnostics.Report(code, DiagnosticSeverity.Error, node, message, nearest);

    private static string Kind(DocumentNode node) => node.Value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => node.Value.GetString()!.Length == 0 ? "an empty text" : "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "nothing",
        _ => "true or false",
    };
}
