using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SocialContract.Contract.Generation;
using SocialContract.Contract.Generation.Examples;
using SocialContract.Contract.Generation.Tests.Examples;
using SocialContract.Contract.Rules;

using SocialContract.Contract.Tests.Spec;

namespace SocialContract.Contract.Validation.Tests.Spec;

/// <summary>
/// Each fact of the pages is a rule of the document: the right one, surely enough, in the documentation's words, and the only one that its
/// bad request breaks.
/// </summary>
public sealed class DocumentedRulesTests
{
    public static TheoryData<string> Facts => DocumentedFacts.Ids;

    /// <summary>The facts that state a rule: all but 'optional'.</summary>
    public static TheoryData<string> Demands => [.. DocumentedFacts.All.Where(fact => fact.Rules.Count > 0).Select(fact => fact.Id)];

    /// <summary>Those of <see cref="Demands"/> that a request can break.</summary>
    public static TheoryData<string> Breakable =>
        [.. DocumentedFacts.All.Where(fact => fact.Rules.Any(rule => rule.Bad is not null)).Select(fact => fact.Id)];

    [Theory]
    [MemberData(nameof(Demands))]
    public void A_fact_is_a_rule_of_its_operation(string id)
    {
        var fact = DocumentedFacts.Named(id);

        foreach (var expected in fact.Rules)
        {
            var rule = RuleOf(fact, expected);

            rule.Source.ShouldBe(fact.Source);
            rule.DocumentedName.ShouldBe(fact.Parameter);
            rule.Sentence.ShouldBe(fact.Sentence);
        }
    }

    [Theory]
    [MemberData(nameof(Demands))]
    public void The_rule_has_its_line_of_the_document(string id)
    {
        var fact = DocumentedFacts.Named(id);

        foreach (var expected in fact.Rules)
        {
            var place = RuleOf(fact, expected).Node.Position;

            place.File.ShouldEndWith("openapi.yaml");
            ShippedContract.Line(place.Line).ShouldContain(Written(fact, expected));
            if (fact.Fact == FactKind.Validation)
            {
                ShippedContract.NameAbove(place.Line).ShouldBe(fact.Parameter);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Facts))]
    public void A_request_that_keeps_the_fact_is_accepted(string id)
    {
        var fact = DocumentedFacts.Named(id);

        using var verdict = ShippedContract.Judge(DocumentedRequest.Of(fact.Operation).With(fact.Good));

        verdict.Violations.Select(violation => violation.Message).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Breakable))]
    public void A_request_that_breaks_the_fact_breaks_that_rule_and_no_other(string id)
    {
        var fact = DocumentedFacts.Named(id);

        foreach (var expected in fact.Rules.Where(rule => rule.Bad is not null))
        {
            using var verdict = ShippedContract.Judge(DocumentedRequest.Of(fact.Operation).With(expected.Bad!));

            var violation = verdict.Violations.ShouldHaveSingleItem();
            violation.Rule.ShouldBeSameAs(RuleOf(fact, expected));
            violation.Instance.ShouldMatch(Pattern(expected));
        }
    }

    [Theory]
    [MemberData(nameof(Breakable))]
    public void The_refusal_has_the_documentations_words(string id)
    {
        var fact = DocumentedFacts.Named(id);
        var operation = ShippedContract.Operation(fact.Operation);
        var selector = new ResponseSelector(ShippedContract.Api, operation, new DataGenerator(ShippedContract.Api));

        foreach (var expected in fact.Rules.Where(rule => rule.Bad is not null))
        {
            using var verdict = ShippedContract.Judge(DocumentedRequest.Of(fact.Operation).With(expected.Bad!));
            var refusal = selector.ForRefusal(verdict.Stage!.Value).ShouldNotBeNull();
            using var request = new FakeRequest { GivenViolations = verdict.Violations };
            var body = WrittenResponse.Text(refusal, request);

            refusal.Status.ShouldBe(expected.Status);
            body.ShouldBe(expected.Status == 401
                ? """{"error":"Only registered user can perform this action"}"""
                : new JsonObject { [fact.Parameter] = new JsonArray(fact.Sentence ?? "is required") }.ToJsonString());
            ShippedContract.Validators.Response(operation)
                .Validate(new TestResponse(refusal.Status, body, $"Content-Type: {refusal.ContentType}"))
                .ShouldBeEmpty();
        }
    }

    /// <summary>
    /// The other direction: what the document demands of requests beyond the pages' facts, which is what any operation with a body has.
    /// </summary>
    [Theory]
    [InlineData(DocumentedFacts.CreateInstagramAccounts, "body /body", "content-type /header/Content-Type", "type /body")]
    [InlineData(DocumentedFacts.DeleteInstagramAccount)]
    [InlineData(DocumentedFacts.CreateFacebookPages, "body /body", "content-type /header/Content-Type", "type /body")]
    public void The_document_requires_nothing_of_requests_that_the_pages_do_not(string operation, params string[] own)
    {
        var stated = DocumentedFacts.All.Where(fact => fact.Operation == operation)
            .SelectMany(fact => fact.Rules.Select(rule => RuleOf(fact, rule)))
            .ToHashSet();

        ShippedContract.Api.Rules.Requests(ShippedContract.Operation(operation))
            .Where(use => !stated.Contains(use.Rule))
            .Select(use => $"{WordOf(use.Rule)} {use.Instance}")
            .Distinct()
            .ShouldBe(own, ignoreOrder: true);
    }

    /// <summary>The one rule with that keyword about that place. The media types of a body share it.</summary>
    private static Rule RuleOf(DocumentedFact fact, ExpectedRule expected) =>
        ShippedContract.Api.Rules.Requests(ShippedContract.Operation(fact.Operation))
            .Where(
                use => WordOf(use.Rule) == expected.Keyword && use.Instance == expected.Instance && use.Rule.Property == expected.Property)
            .Select(use => use.Rule)
            .Distinct()
            .ShouldHaveSingleItem();

    /// <summary>The keyword, or the word that the facts use for what OpenAPI itself demands.</summary>
    private static string? WordOf(Rule rule) => rule.Kind switch
    {
        RuleKind.Parameter => "parameter",
        RuleKind.Body => "body",
        RuleKind.ContentType => "content-type",
        RuleKind.Security => "security",
        _ => rule.Keyword,
    };

    /// <summary>What the document's line holds, from the page's words.</summary>
    private static string Written(DocumentedFact fact, ExpectedRule expected) => (expected.Keyword, fact.Sentence) switch
    {
        ("security", _) => "- authenticationToken: []",
        ("parameter", _) => "required: true",
        ("required", _) => expected.Property!,
        ("type", "Must be a String") => "type: string",
        ("type", "Must be a Integer") => "type: integer",
        ("type", "Must be an Array of nested elements") when !expected.Instance.EndsWith("/*", StringComparison.Ordinal) => "type: array",
        ("type", "Must be a Hash" or "Must be an Array of nested elements") => "type: object",
        ("enum", { } sentence) => $"enum: [{sentence["Must be one of: ".Length..].TrimEnd('.')}]",
        _ => throw new ArgumentOutOfRangeException(nameof(expected), expected, "The pages have no such fact."),
    };

    /// <summary>
    /// The instances that the expectation stands for; of a missing property the violation names the place where it should be.
    /// </summary>
    private static string Pattern(ExpectedRule expected)
    {
        var place = Regex.Escape(expected.Instance).Replace(@"/\*", @"/\d+", StringComparison.Ordinal);
        return expected.Property is null ? $"^{place}$" : $"^{place}/{Regex.Escape(expected.Property)}$";
    }
}
