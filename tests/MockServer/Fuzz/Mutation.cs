using System.Text;

namespace SocialContract.MockServer.Tests.Fuzz;

/// <summary>
/// Changes bytes a little: some replaced, dropped, doubled, put elsewhere, or joined by what means something to a parser.
/// </summary>
internal static class Mutation
{
    private static readonly string[] Meaningful =
    [
        "\"", "{", "}", "[", "]", "[]", "{}", "null", "true", "0", "-", "1e999", "1E-400", "\\u0000", "\\ud800", "\\", "\0", "&", "=", "%",
        "%zz", "%C0%80",
        "[][]", "[0]", "+", ";", "\r\n", "\r\n\r\n", "--", ":", ",", "\uFEFF", "\uFFFF", "é", "😀", "\t", "/*", "__proto__",
        "\"facebook_account\":",
    ];

    public static byte[] Changed(ReadOnlySpan<byte> original, Random random)
    {
        var bytes = new List<byte>();
        bytes.AddRange(original);
        for (var changes = random.Next(1, 6); changes > 0; changes--)
        {
            var at = random.Next(bytes.Count + 1);
            var length = random.Next(Math.Min(bytes.Count - at, 60) + 1);
            switch (random.Next(6))
            {
                case 0 when at < bytes.Count:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                    break;
                case 3 when at < bytes.Count:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 4:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Meaningful[random.Next(Meaningful.Length)]));
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>Text of pieces that mean something to a parser, and of the given ones.</summary>
    public static string Text(Random random, int pieces, params string[] also) => string.Concat(Enumerable.Range(0, random.Next(pieces + 1))
        .Select(_ => random.Next(2) == 0 && also.Length > 0 ? also[random.Next(also.Length)] : Meaningful[random.Next(Meaningful.Length)]));
}
