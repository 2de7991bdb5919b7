using System.Text;
using System.Text.Json;
using SocialContract.Contract.Exchanges;
using SocialContract.MockServer.Stubs;
using SocialContract.MockServer.Stubs.Embedding;
using SocialContract.MockServer.Stubs.Reading;
using SocialContract.MockServer.Stubs.Templates;
using SocialContract.MockServer.Tests.Stubs.Reading;

namespace SocialContract.MockServer.Tests.Stubs.Templates;

/// <summary>Templates are filled in as Java WireMock 3.13.2 does; tests/interop compares the same table with it.</summary>
public sealed class TemplateTests
{
    [Theory]
    [MemberData(nameof(Cases))]
    public void A_template_is_filled_in_as_WireMock_does(string file, string name)
    {
        var templateCase = StubCase.Find(file, name);

        Filled(templateCase).ShouldBe(templateCase.GetProperty("expected").GetString());
    }

    public static TheoryData<string, string> Cases => StubCase.In("templates");

    [Theory]
    [InlineData("{{nope request.body}}", "at line 1, column 1: there is no helper `nope`")]
    [InlineData("a\n {{jsonPth request.body '$.a'}}", "at line 2, column 2: there is no helper `jsonPth`; did you mean `jsonPath`?")]
    [InlineData("{{#each x}}a", "at line 1, column 1: the block {{#each x}} is not closed")]
    [InlineData("{{#if x}}a{{/each}}", "at line 1, column 11: {{/each}} closes {{#if x}}; {{/if}} is expected")]
    [InlineData("{{#if x}}a{{else if y}}b{{/each}}", "{{/each}} closes")]
    [InlineData("a{{/if}}", "at line 1, column 2: {{/if}} is not inside a block")]
    [InlineData("{{> header}}", "partials are not supported")]
    [InlineData("{{systemValue type='ENVIRONMENT' key='HOME'}}", "the helper `systemValue` is not supported: templates do not read the")]
    [InlineData("{{#if (hostname)}}a{{/if}}", "the helper `hostname` is not supported")]
    [InlineData("{{file 'x'}}", "the helper `file` is not supported: templates do not read files")]
    [InlineData("{{jsonPath request.body '$.['}}", "in `jsonPath`, '$.['")]
    [InlineData("{{matches 'a' '('}}", "in `matches`, '(': not a regular expression")]
    [InlineData("{{xPath request.body '//'}}", "in `xPath`, '//'")]
    [InlineData("{{val 'x}}", "is not closed by '")]
    [InlineData("{{val (upper 'x'}}", "a parenthesis in {{val (upper 'x'}} is not closed")]
    [InlineData("{{}}", "the tag is empty")]
    public void A_template_with_a_fault_is_refused_with_its_place(string template, string fault)
    {
        var stub = JsonSerializer.Serialize(new { response = new { body = template, transformers = new[] { "response-template" } } });

        Posted.Faults(stub).ShouldHaveSingleItem().ShouldContain(fault);
        Posted.Faults(stub)[0].ShouldStartWith("/response/body: not a template: ");
    }

    [Theory]
    [InlineData("{{#each (range 1 2000)}}{{#each (range 1 2000)}}x{{/each}}{{/each}}", "more than 1000000 steps")]
    [InlineData("{{#assign 'x'}}0123456789{{/assign}}{{#each (range 1 50)}}{{#assign 'x'}}{{x}}{{x}}{{/assign}}{{/each}}", "characters")]
    [InlineData("{{val 'a' assign='x'}}{{#each (range 1 50)}}{{val (replace x 'a' 'aa') assign='x'}}{{/each}}", "characters")]
    [InlineData("{{array}}{{val (array 1) assign='l'}}{{#each (range 1 50)}}{{val (arrayAdd l l) assign='l'}}{{/each}}{{l}}", "characters")]
    public void What_a_template_does_is_bounded(string template, string message)
    {
        var stub = JsonElement.Parse(JsonSerializer.Serialize(new { template }));

        Should.Throw<TemplateException>(() => Filled(stub)).Message.ShouldContain(message);
    }

    [Fact]
    public void Nesting_is_bounded()
    {
        var template = string.Concat(Enumerable.Repeat("{{#if x}}", 1000)) + string.Concat(Enumerable.Repeat("{{/if}}", 1000));
        var parentheses = $"{{{{val {string.Concat(Enumerable.Repeat("(upper ", 1000))}'x'{new string(')', 1000)}}}}}";

        foreach (var deep in new[] { template, parentheses })
        {
            var stub = JsonSerializer.Serialize(new { response = new { body = deep, transformers = new[] { "response-template" } } });
            Posted.Faults(stub).ShouldHaveSingleItem().ShouldContain("nested more than 50 deep");
        }
    }

    [Fact]
    public void The_same_requests_draw_the_same_values_again_and_the_next_request_others()
    {
        var stub = JsonElement.Parse("""{"template":"{{randomValue length=20}}"}""");
        var responder = Responder();

        var (first, second) = (Filled(stub, responder), Filled(stub, responder));

        second.ShouldNotBe(first);
        Filled(stub, Responder()).ShouldBe(first);
    }

    private static StubResponder Responder() => new(new ConfinedFiles(null), seed: 7, TimeProvider.System);

    private static string Filled(JsonElement templateCase, StubResponder? responder = null)
    {
        var request = new Dictionary<string, object> { ["method"] = "ANY" };
        if (templateCase.TryGetProperty("pathTemplate", out var path))
        {
            request["urlPathTemplate"] = path;
        }

        var response = new Dictionary<string, object>
        {
            ["body"] = templateCase.GetProperty("template"),
            ["transformers"] = new[] { "response-template" },
        };
        if (templateCase.TryGetProperty("parameters", out var parameters))
        {
            response["transformerParameters"] = parameters;
        }

        var json = JsonSerializer.SerializeToUtf8Bytes(new { request, response });
        var read = new StubReader(TimeProvider.System).Read(json).ShouldBeOfType<StubReadResult.Single>();
        var filled = (responder ?? Responder()).Respond(
            read.Mapping, new ExchangeOrigin(ExchangeOriginKind.Stub, "stub"), StubCase.Request(templateCase));
        return Encoding.UTF8.GetString(filled.Message.Body.Span);
    }
}
