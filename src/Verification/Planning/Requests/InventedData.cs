using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Places;
using SocialContract.Verification.Cases;

using Encoding = System.Text.Encoding;

namespace SocialContract.Verification.Planning.Requests;

/// <summary>
/// Puts data of its own into a request where a server may want it unique: names and ids that begin with <c>contract-kit-</c>, the same for
/// the same seed and case.
/// </summary>
internal sealed partial class InventedData(ulong seed)
{
    public ulong Seed => seed;

    private static readonly string[] Unique =
        ["id", "uid", "name", "username", "login", "email", "slug", "key", "code", "reference", "title", "handle", "phone"];

    /// <summary>What every invented text begins with.</summary>
    public const string Prefix = "contract-kit-";

    /// <summary>The longest value that is made. Characters.</summary>
    private const int LengthLimit = 40;

    /// <summary>The places that take any text and whose names say that they identify something.</summary>
    public static IReadOnlyList<string> PlacesIn(SchemaPlaces places) =>
        [.. places.All.Where(place => MessagePointer.Parse(place).IsInBody && IsFree(places, place))];

    /// <summary>A copy of the values with every text at those places replaced.</summary>
    public JsonObject Apply(JsonObject parts, IReadOnlyList<string> places, string caseId)
    {
        var tag = TagOf(caseId);
        var changed = parts.DeepClone().AsObject();
        var number = 0;
        foreach (var pointer in places.SelectMany(place => MessageValues.Find(changed, place)))
        {
            if (MessageValues.TryGet(changed, pointer, out var present) && present?.GetValueKind() == JsonValueKind.String)
            {
                present.ReplaceWith(Text(present.ToString(), tag, ++number));
            }
        }

        return changed;
    }

    /// <summary>The values of its own that a case sends.</summary>
    public static IReadOnlyList<string> ValuesIn(ContractCase testCase) =>
        [.. Value().Matches(Encoding.UTF8.GetString(testCase.Body.Span)).Select(match => match.Value)];

    /// <summary>The case with other values of its own, of the same lengths, so that it creates another resource.</summary>
    /// <param name="key">Decides the values.</param>
    public static ContractCase Varied(ContractCase testCase, string key)
    {
        if (ValuesIn(testCase).Count == 0)
        {
            return testCase;
        }

        var body = Value().Replace(Encoding.UTF8.GetString(testCase.Body.Span), match =>
        {
            var (tag, number) = (match.Value[Prefix.Length..match.Value.LastIndexOf('-')], match.Value[match.Value.LastIndexOf('-')..]);
            return $"{Prefix}{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{key}/{tag}")).AsSpan(0, 5))}{number}";
        });
        var request = testCase.Request;
        return testCase with
        {
            Request = new RequestMessage(request.Method, request.Target, request.Headers, Encoding.UTF8.GetBytes(body)),
        };
    }

    [GeneratedRegex("contract-kit-[0-9a-f]{10}-[0-9]+")]
    private static partial Regex Value();

    private string TagOf(string caseId) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{caseId}")).AsSpan(0, 5));

    /// <summary>A text of the same kind as the present one.</summary>
    private static string Text(string present, string tag, int number) =>
        present.Contains('@', StringComparison.Ordinal) ? $"{Prefix}{tag}-{number}@example.com"
        : present.Length >= 6 && present.All(char.IsAsciiDigit) ? $"99{Convert.ToUInt64(tag[..8], 16):D10}{number:D2}"
        : $"{Prefix}{tag}-{number}";

    /// <summary>Whether the place takes any text, and its name says that it identifies something.</summary>
    private static bool IsFree(SchemaPlaces places, string place)
    {
        var name = MessageValues.NameOf(place).ToLowerInvariant();
        return MessageValues.Tokens(place)[^1] != "*"
            && Unique.Any(word => name.EndsWith(word, StringComparison.Ordinal) && (name == word || name[^(word.Length + 1)] is '_' or '-'))
            && places.Allows(place, ValueTypes.String) != false
            && places.Listed(place).Count == 0
            && places.Keyword(place, KeywordNames.Pattern) is null
            && (places.Keyword(place, KeywordNames.Format) is not { } format || format.Value.ToString() is "email")
            && !places.Limits(place, Quantity.Length).Any(entry => !entry.Limit.IsLeast && entry.Value.GetDouble() < LengthLimit);
    }
}
