using System.Text;
using SocialContract.MockServer;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Results;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.SelfProof;

/// <summary>
/// The same proof on a document with the keywords that the others lack: alternatives, conditions, maps, tuples, dependencies.
/// </summary>
public sealed class KeywordsTests(ITestOutputHelper output)
{
    private static readonly string Document = Path.Combine(AppContext.BaseDirectory, "keywords.yaml");
    private static readonly VerificationPlan Plan = CasePlanner.Plan(Shipped.Load(Document), PlanOptions.Default);

    [Fact]
    public async Task A_rule_that_is_switched_off_is_named_and_no_other()
    {
        var proof = await RequestProof.MakeAsync(Document, Plan);

        output.WriteLine(proof.ToString());
        proof.Missed.ShouldBeEmpty();
        proof.Found.Count.ShouldBe(60);
        SelfProofDocument.Check("requests of keywords.yaml", proof.Found.Count, []);
    }

    [Fact]
    public async Task The_mock_keeps_every_rule()
    {
        await using var mock = await StartMockAsync();

        var report = await Verifying.RunAsync(Plan, mock.Url);

        Verifying.Named(report).ShouldBeEmpty();
        report.Verdict.ShouldBe(VerificationVerdict.Conforms);
    }

    [Theory]
    [InlineData("\"dog\"", "createAnimal/body/oneOf")]
    [InlineData("\"transfer\"", "Payment/method/oneOf")]
    [InlineData("\"country\":\"CH\"", "Payment/if")]
    public async Task An_alternative_that_is_wrongly_refused_is_found(string holding, string rule)
    {
        await using var mock = await StartMockAsync();
        using var client = new HttpClient();
        await using var server = await Server.StartAsync(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            if (Encoding.UTF8.GetString(body.ToArray()).Contains(holding, StringComparison.Ordinal))
            {
                context.Response.StatusCode = 422;
                return;
            }

            using var content = new ByteArrayContent(body.ToArray());
            content.Headers.TryAddWithoutValidation("Content-Type", (string?)context.Request.ContentType);
            using var response = await client.PostAsync(new Uri(mock.Url, context.Request.Path.Value), content);
            context.Response.StatusCode = (int)response.StatusCode;
        });

        Verifying.Named(await Verifying.RunAsync(Plan, server.Url)).ShouldContain(rule);
    }

    /// <summary>A type beside an enum cannot be broken alone: what is of another type is outside the enum, too.</summary>
    [Fact]
    public void Every_rule_but_types_beside_enums_is_broken_by_some_request() =>
        Plan.Checks.Where(check => check.Rule is not null && check.NotExercised.Length > 0).Select(check => check.Key.Id)
            .ShouldBe(["Payment/country/type", "Payment/tax/code/type", "Shipment/size/prefixItems/1/type"]);

    [Theory]
    [InlineData("createAnimal/plain", "{\"type\":\"cat\",\"lives\":1}")]
    [InlineData("createAnimal/body/oneOf/alternative/2", "{\"type\":\"dog\",\"barks\":true}")]
    [InlineData("createPayment/Payment/method/oneOf/alternative/2", "\"method\":{\"kind\":\"transfer\",\"iban\":")]
    [InlineData("createPayment/Payment/note/anyOf/alternative/1", "\"note\":\"text\"")]
    [InlineData("createPayment/Payment/note/anyOf/alternative/2", "\"note\":null")]
    [InlineData("createPayment/Payment/if/alternative/1", "\"country\":\"CH\"")]
    public void Each_alternative_is_sent_once_and_accepted(string id, string body)
    {
        var testCase = Plan.All.Where(testCase => testCase.Id == id).ShouldHaveSingleItem();

        testCase.Expectation.ShouldBe(CaseExpectation.Accepted);
        Encoding.UTF8.GetString(testCase.Body.Span).ShouldContain(body, Case.Sensitive);
    }

    /// <summary>The plain request is the document's example, which leaves most out.</summary>
    [Fact]
    public void What_the_plain_request_leaves_out_is_sent_and_has_its_boundaries()
    {
        var everything = Body("createPayment/everything");
        var boundaries = Accepted("createPayment/everything/boundaries").Select(testCase => testCase.Title).ToList();

        string[] names = ["note", "card_holder", "billing_address", "country", "tax"];
        names.ShouldAllBe(name => everything.Contains($"\"{name}\":", StringComparison.Ordinal));
        boundaries.ShouldContain(title => title.Contains("rate is 0", StringComparison.Ordinal));
        boundaries.ShouldContain(title => title.Contains("rate is 30", StringComparison.Ordinal));
        boundaries.ShouldContain(title => title.Contains("code is \"B\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Shipment/size/prefixItems/1/enum", "\"size\":[1,\"contract-kit\"]")]
    [InlineData("Shipment/size/items/type", "\"size\":[1,\"cm\",\"contract-kit\"]")]
    [InlineData("Shipment/point/items", "\"point\":[12.5,12.51,\"contract-kit\"]")]
    [InlineData("Shipment/labels/additionalProperties/minLength", "\"labels\":{\"contract_kit_entry\":\"c\"}")]
    [InlineData("Shipment/codes/propertyNames", "\"codes\":{\"contract kit!\":\"contract-kit\"}")]
    [InlineData("Shipment/colour/not", "\"colour\":\"black\"")]
    public void What_elements_and_entries_must_be_is_broken_in_them(string rule, string body) =>
        Plan.All.Where(testCase => testCase.Expectation == CaseExpectation.Refused
            && testCase.Checks.Contains(new CheckKey(rule, "createShipment")))
            .Select(testCase => Encoding.UTF8.GetString(testCase.Body.Span))
                .ShouldContain(sent => sent.Contains(body, StringComparison.Ordinal));

    [Fact]
    public void What_depends_on_a_member_is_left_out_while_the_member_is_there()
    {
        var body = Body("createPayment/Payment/dependentRequired/billing_address/1");

        body.ShouldContain("\"card_holder\":");
        body.ShouldNotContain("billing_address");
    }

    private static Task<MockHost> StartMockAsync() =>
        MockHost.StartAsync(new MockOptions { Document = Document, Reload = false }, TestContext.Current.CancellationToken);

    private static string Body(string id) => Encoding.UTF8.GetString(Plan.All.Single(testCase => testCase.Id == id).Body.Span);

    private static IEnumerable<ContractCase> Accepted(string prefix) =>
        Plan.All.Where(testCase => testCase.Expectation == CaseExpectation.Accepted
            && testCase.Id.StartsWith(prefix, StringComparison.Ordinal));
}
