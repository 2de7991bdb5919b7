using System.Buffers;
using System.Text;
using SocialContract.Contract.Generation.Examples.Templates;
using SocialContract.Contract.Provenances;
using SocialContract.Contract.Rules;

namespace SocialContract.Contract.Generation.Tests.Examples.Templates;

public class ViolationBodyTests
{
    private static readonly ContractDescription Api = Contracts.WithResponses("'200': { description: d }");

    [Fact]
    public void Documented_names_have_the_documented_sentences()
    {
        var violations = new[]
        {
            Violation(Documented("facebook_account[fb_token]"), "/body/facebook_account/fb_token"),
            Violation(Documented("ig_accounts[id]"), "/body/ig_accounts/0/id"),
            Violation(Documented("ig_accounts[id]"), "/body/ig_accounts/1/id"),
        };

        static Rule Documented(string name) => Rule("type", documented: name, sentence: "Must be a String");

        Written(violations).ShouldBe("""{"facebook_account[fb_token]":["Must be a String"],"ig_accounts[id]":["Must be a String"]}""");
    }

    [Theory]
    [InlineData("/body/a/b/0", null, "a[b][0]")]
    [InlineData("/query/limit", null, "limit")]
    [InlineData("/body/a~1b", null, "a/b")]
    [InlineData("/body/account", "name", "account[name]")]
    [InlineData("/body/account/name", "name", "account[name]")]
    [InlineData("/body", "name", "name")]
    [InlineData("/body", null, "body")]
    public void Without_a_documented_name_the_path_has_the_notation_of_forms(string instance, string? property, string name) =>
        ViolationBody.NameOf(Violation(Rule("type", property: property), instance)).ShouldBe(name);

    [Fact]
    public void Without_a_documented_sentence_there_is_a_general_one()
    {
        ViolationBody.SentenceOf(Violation(Rule("required", property: "name"), "/body")).ShouldBe("is required");
        ViolationBody.SentenceOf(Violation(Rule("type"), "/body/name")).ShouldBe("must be a string");
    }

    [Fact]
    public void A_media_type_with_x_violations_lists_them_in_the_body()
    {
        const string responses = """
            '422':
              description: d
              content:
                application/json:
                  x-violations: name-to-sentences
                  examples:
                    shown: { value: { a: [b] } }
            """;
        var chosen = Contracts.Selector(Contracts.WithResponses(responses)).ForRefusal(ViolationKind.Body).ShouldNotBeNull();

        var violation = Violation(Rule("type", sentence: "Must be a String"), "/body/name");

        var text = WrittenResponse.Text(chosen, new FakeRequest { GivenViolations = [violation] });

        text.ShouldBe("""{"name":["Must be a String"]}""");
    }

    private static string Written(IReadOnlyList<Violation> violations)
    {
        var output = new ArrayBufferWriter<byte>();
        ViolationBody.Write(violations, output);
        return Text(output);
    }

    private static string Text(ArrayBufferWriter<byte> output) => Encoding.UTF8.GetString(output.WrittenSpan);

    private static Violation Violation(Rule rule, string instance) =>
        new(rule, ViolationKind.Body, instance, "a string", "5");

    private static Rule Rule(string keyword, string? property = null, string? documented = null, string? sentence = null) => new()
    {
        Id = $"Rule/{keyword}",
        Kind = RuleKind.Keyword,
        Keyword = keyword,
        Property = property,
        Statement = "it is so",
        Source = RuleSource.Stated,
        DocumentedName = documented,
        Sentence = sentence,
        Node = Api.Documents.Root,
    };
}
