using SocialContract.Contract.Keywords;

namespace SocialContract.Contract.Tests.Keywords;

public sealed class KeywordNamesTests
{
    [Fact]
    public void Every_keyword_of_the_table_has_its_name_as_a_constant_and_no_other_name_has() =>
        typeof(KeywordNames).GetFields()
            .Select(field => (string)field.GetRawConstantValue()!)
            .ShouldBe(KeywordCatalog.All.Select(keyword => keyword.Name), ignoreOrder: true);
}
