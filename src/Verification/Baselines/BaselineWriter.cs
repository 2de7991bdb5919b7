using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SocialContract.Verification.Reporting.Text;

namespace SocialContract.Verification.Baselines;

/// <summary>Writes a baseline file: JSON where its name ends in <c>.json</c>, else YAML.</summary>
internal static class BaselineWriter
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// Replaces the file as a whole, with the folders that are missing; null, or why it cannot be written, in a sentence.
    /// </summary>
    public static string? Write(Baseline baseline, string path)
    {
        var temporary = path + ".new";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".");

            // A pipe of that name would hold the call; what an interrupted run left is replaced.
            File.Delete(temporary);
            using (var file = new StreamWriter(new FileStream(temporary, FileMode.CreateNew, FileAccess.Write)))
            {
                file.Write(path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? Json(baseline) : Yaml(baseline));
            }

            File.Move(temporary, path, overwrite: true);
            return null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            if (File.Exists(temporary))
            {
                File.Delete(temporary);
            }

            var reason = Directory.Exists(path) ? "it is a folder" : problem.Message.TrimEnd('.');
            return $"the baseline cannot be written to {path}: {reason}";
        }
    }

    internal static string Yaml(Baseline baseline)
    {
        var text = new StringBuilder(
            "# Known failures: each counts as passed up to its last day. An update of this file keeps the days and notes of the\n")
            .Append("# entries that stay.\n");
        text.Append(baseline.Entries.Count == 0 ? "known: []\n" : "known:\n");
        foreach (var entry in baseline.Entries)
        {
            text.Append($"  - rule: {Quote(entry.Check)}\n    operation: {Quote(entry.Operation)}\n    until: {Day(entry.Until)}\n");
            if (entry.Note.Length > 0)
            {
                text.Append($"    note: {Quote(Printable.Line(entry.Note))}\n");
            }
        }

        return text.ToString();
    }

    private static string Json(Baseline baseline) => JsonSerializer.Serialize(
        new
        {
            known = baseline.Entries.Select(entry =>
                new { rule = entry.Check, operation = entry.Operation, until = Day(entry.Until), note = entry.Note }),
        },
        Readable) + "\n";

    /// <summary>A JSON string is a double-quoted YAML scalar (YAML 1.2, 1.3), for any text.</summary>
    private static string Quote(string text) => JsonSerializer.Serialize(text, Readable);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
