using System.Text.Json.Nodes;

namespace SocialContract.MockServer.Tests.Fuzz;

/// <summary>Any JSON value, with a liking for the names that the shipped document knows.</summary>
internal static class RandomJson
{
    private static readonly string[] Names =
        [
            "facebook_account", "fb_token", "fb_uid", "location", "ig_accounts", "fb_pages", "id", "username", "is_silhouette", "name", "",
            "a/b", "~0", "\u0000", "😀",
        ];

    private static readonly string[] Texts =
    [
        "", "T", "templateBranding", "true", "0", "null", "\ud83d", new('x', 3000), "\"\\\u0001\u2028", "https://pictures.example/1.png",
    ];

    public static JsonNode? Value(Random random, int depth) => random.Next(depth == 0 ? 6 : 10) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 => random.NextInt64(long.MinValue, long.MaxValue),
        3 => Math.Round(random.NextDouble() * Math.Pow(10, random.Next(-20, 20)), 3),
        4 or 5 => Texts[random.Next(Texts.Length)],
        6 or 7 => new JsonArray([.. Enumerable.Range(0, random.Next(5)).Select(_ => Value(random, depth - 1))]),
        _ => Members(random, depth),
    };

    private static JsonObject Members(Random random, int depth)
    {
        var members = new JsonObject();
        for (var count = random.Next(7); count > 0; count--)
        {
            members[Names[random.Next(Names.Length)]] = Value(random, depth - 1);
        }

        return members;
    }
}
