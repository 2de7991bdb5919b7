using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SocialApi.Verification.Cases;

namespace SocialApi.Verification.Planning;

/// <summary>
/// Puts data of its own into a request where a server may want it unique: names and ids that begin with <c>contract-kit-</c>, the same for the
/// same seed and case.
/// </summary>
internal sealed partial class InventedData(ulong seed)
{
    private static readonly string[] Unique = ["id", "uid", "name", "username", "login", "email", "slug", "key", "code", "reference", "title", "handle", "phone"];

    /// <summary>What every invented text begins with.</summary>
    public const string Prefix = "contract-kit-";

    /// <summary>The longest value that is made. Characters.</summary>
    private const int Longest = 40;

    /// <summary>The parts with every value replaced that may be anything and by its name tells things apart.</summary>
    /// <param name="accepts">Whether a request with these parts is still what the document allows.</param>
    public JsonObject Apply(JsonObject parts, SchemaPlaces places, string caseId, Func<JsonObject, bool> accepts)
    {
        if (!parts.ContainsKey("body"))
        {
            return parts;
        }

        var tag = TagOf(caseId);
        var changed = parts;
        var number = 0;
        foreach (var place in places.All.Where(place => place.StartsWith("/body", StringComparison.Ordinal) && IsFree(places, place)))
        {
            foreach (var pointer in Parts.Find(changed, place))
            {
                if (Parts.TryGet(changed, pointer, out var present) && present?.GetValueKind() == JsonValueKind.String)
                {
                    changed = Replaced(changed, pointer, present.ToString(), tag, ++number);
                }
            }
        }

        return accepts(changed) ? changed : parts;
    }

    /// <summary>The values of its own that a case sends.</summary>
    public static IReadOnlyList<string> ValuesIn(ContractCase one) =>
        one.Body is { } body ? [.. Value().Matches(Encoding.UTF8.GetString(body.Span)).Select(match => match.Value)] : [];

    [GeneratedRegex("contract-kit-[0-9a-f]{10}-[0-9]+")]
    private static partial Regex Value();

    private string TagOf(string caseId) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{caseId}")).AsSpan(0, 5));

    private static JsonObject Replaced(JsonObject parts, string pointer, string present, string tag, int number)
    {
        var value = present.Contains('@', StringComparison.Ordinal) ? $"contract-kit-{tag}-{number}@example.com"
            : present.Length >= 6 && present.All(char.IsAsciiDigit) ? $"99{Convert.ToUInt64(tag[..8], 16):D10}{number:D2}"
            : $"contract-kit-{tag}-{number}";
        return Parts.Set(parts, pointer, value)!;
    }

    /// <summary>Whether the place takes any text, and is named like something that tells one thing from another.</summary>
    private static bool IsFree(SchemaPlaces places, string place)
    {
        var name = Parts.NameOf(place).ToLowerInvariant();
        return Parts.Tokens(place)[^1] != "*"
            && Unique.Any(word => name == word || name.EndsWith("_" + word, StringComparison.Ordinal) || name.EndsWith("-" + word, StringComparison.Ordinal))
            && places.Allows(place, "string") != false
            && places.Keyword(place, "enum") is null && places.Keyword(place, "const") is null
            && places.Keyword(place, "pattern") is null && (places.Keyword(place, "format") is not { } format || format.Value.ToString() is "email")
            && !(places.Keyword(place, "maxLength")?.Value is { ValueKind: JsonValueKind.Number } limit && limit.GetDouble() < Longest);
    }
}
