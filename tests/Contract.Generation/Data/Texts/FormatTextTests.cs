using SocialContract.Contract.Generation.Data;
using SocialContract.Contract.Generation.Data.Texts;
using SocialContract.Contract.Keywords;

namespace SocialContract.Contract.Generation.Tests.Data.Texts;

/// <summary>Every format of strings in the catalogue has its own texts, which the evaluator accepts.</summary>
public sealed class FormatTextTests
{
    public static TheoryData<string> Strings =>
        [.. FormatCatalog.All.Where(format => format.AppliesTo == ValueTypes.String).Select(format => format.Name)];

    [Theory]
    [MemberData(nameof(Strings))]
    public void A_format_of_strings_has_texts(string format)
    {
        var texts = FormatText.Candidates(format, new SeededRandom(1), @fixed: true, ordinal: 0, min: 0).ToList();

        texts.ShouldNotBeEmpty();
        Generated.Static($"{{ type: string, format: {format} }}").Length.ShouldBe(texts[0].Length + 2);
    }

    [Theory]
    [InlineData("float")]
    [InlineData("double")]
    [InlineData("int32")]
    [InlineData("int64")]
    public void A_number_stays_within_the_range_of_its_format(string format)
    {
        Generated.Static($"{{ type: number, minimum: 5, format: {format} }}").ShouldNotBeEmpty();
        Generated.Impossible($"{{ type: number, exclusiveMinimum: {FormatCatalog.Find(format)!.Range!.Value.Greatest}, format: {format} }}")
            .ShouldNotBeNull();
    }
}
