using SocialContract.Verification.Cases;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Keywords;

/// <summary>A keyword that only one version has changes the rules and the requests of that version only.</summary>
public sealed class NullableTests
{
    [Theory]
    [InlineData("3.0.4", "v is a string or null", false)]
    [InlineData("3.1.0", "v is a string", true)]
    public void Nullable_counts_in_3_0_only(string version, string statement, bool isNullRefused)
    {
        var document = new MemberDocument("{ type: string, nullable: true }", version);

        var rule = document.RulesOf("type").First();

        rule.Statement.ShouldBe(statement);
        document.CasesOf(rule, CaseExpectation.Refused).Any(testCase => PlannedOperation.BodyOf(testCase) == """{"v":null}""")
            .ShouldBe(isNullRefused);
    }
}
