using System.Globalization;
using SocialContract.Contract.Validation.Decoding;

namespace SocialContract.Contract.Validation.Tests.Decoding;

public sealed class NameValuePairsTests
{
    /// <summary>Few pairs are searched one by one, many by the hashes of their names.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1_000)]
    public void Every_pair_of_a_name_is_found_in_order(int others)
    {
        var pairs = new NameValuePairs();
        pairs.ReadQuery($"a=1&b%5B%5D=2&{Others(others)}&a=3&B%5b]=4&b[]=5&a");
        var last = pairs.Count - 1;

        Found(pairs, "a").ShouldBe([0, last - 3, last]);
        Found(pairs, "b[]").ShouldBe([1, last - 1]);
        Found(pairs, "B[]").ShouldBe([last - 2]);
        Found(pairs, "c").ShouldBeEmpty();
        pairs.Find("a", from: 2).ShouldBe(last - 3);
        pairs.Find("a", from: pairs.Count).ShouldBe(-1);
    }

    [Fact]
    public void A_second_message_has_no_pairs_of_the_first()
    {
        var pairs = new NameValuePairs();
        pairs.ReadQuery($"a=1&{Others(1_000)}");
        pairs.Find("a").ShouldBe(0);

        pairs.ReadQuery($"{Others(1_000)}&b=1");

        pairs.Find("a").ShouldBe(-1);
        pairs.Find("b").ShouldBe(1_000);
    }

    private static string Others(int count) =>
        string.Join('&', Enumerable.Range(0, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"other{number}=x")));

    private static List<int> Found(NameValuePairs pairs, string name)
    {
        var found = new List<int>();
        for (var at = pairs.Find(name); at >= 0; at = pairs.Find(name, at + 1))
        {
            found.Add(at);
        }

        return found;
    }
}
