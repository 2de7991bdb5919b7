using System.Text.Json;
using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Reading.References;

/// <summary>Finds the part of a pointer that is wrong.</summary>
internal static class DanglingReference
{
    /// <summary>The first token that does not exist, and the reference with the nearest name in its place if that has a target.</summary>
    public static (string Missing, string? Nearest) Explain(DocumentFile file, string pointer, DiagnosticBag diagnostics)
    {
        var tokens = pointer.Split('/');
        var existing = "";
        for (var at = 1; at < tokens.Length; at++)
        {
            var next = $"{existing}/{tokens[at]}";
            if (file.TryFind(next, out _))
            {
                existing = next;
                continue;
            }

            file.TryFind(existing, out var around);
            var name = JsonPointer.Unescape(tokens[at]);
            var candidate = around.ValueKind == JsonValueKind.Object
                ? diagnostics.Nearest(name, around.EnumerateObject().Select(member => member.Name))
                : null;
            var place = existing.Length == 0 ? "" : $" in #{existing}";
            return ($"{ValueWords.Shorten(name)}{place}", candidate is null ? null : Corrected(file, tokens, at, existing, candidate));
        }

        return (pointer, null);
    }

    private static string? Corrected(DocumentFile file, string[] tokens, int at, string existing, string candidate)
    {
        var corrected = $"{existing}/{JsonPointer.Escape(candidate)}{string.Concat(tokens[(at + 1)..].Select(token => $"/{token}"))}";
        return file.TryFind(corrected, out _) ? $"#{corrected}" : null;
    }
}
