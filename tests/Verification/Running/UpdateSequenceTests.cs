using System.Text.Json.Nodes;
using SocialContract.Tests.Support;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Results;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Running;

/// <summary>Updates of something that is there already and that nothing creates, returned in an envelope.</summary>
public sealed class UpdateSequenceTests
{
    private const string Paths = """
          /settings:
            get:
              operationId: readSettings
              responses: { '200': { description: They are., content: { application/json: { schema: { type: object } } } } }
            put:
              operationId: changeSettings
              requestBody:
                required: true
                content:
                  application/json:
                    schema:
                      type: object
                      required: [name, size]
                      properties: { name: { type: string }, size: { type: integer, maximum: 9 } }
              responses: { '200': { description: Changed. }, '4XX': { description: Refused. } }
        """;

    private static readonly VerificationPlan Plan = Verifying.PlanOf(SmallDocument.Of(Paths));

    [Fact]
    public async Task Settings_that_are_kept_as_they_should_be_conform()
    {
        var report = await RunAsync(doesWhatItRefuses: false);

        Verifying.Named(report).ShouldBeEmpty();
        report.Result("changeSettings", CheckIds.Update).Outcome.ShouldBe(Outcome.Passed);
        report.Result("changeSettings", CheckIds.Refused).Outcome.ShouldBe(Outcome.Passed);
    }

    [Fact]
    public async Task A_refused_change_that_is_done_is_found_wherever_the_response_shows_it() =>
        Verifying.Named(await RunAsync(doesWhatItRefuses: true)).ShouldBe([CheckIds.Refused]);

    private static async Task<VerificationReport> RunAsync(bool doesWhatItRefuses)
    {
        var settings = new JsonObject();
        await using var server = await Server.StartAsync(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            if (context.Request.Method == "GET")
            {
                await Server.JsonAsync(context, 200, new JsonObject { ["data"] = settings.DeepClone() }.ToJsonString());
                return;
            }

            var sent = context.Request.ContentType == "application/json" ? Parsed(body.ToArray()) : null;
            var isGood = sent is JsonObject && sent["name"] is JsonValue name && name.TryGetValue<string>(out _)
                && sent["size"] is JsonValue size && size.TryGetValue<int>(out var number) && number <= 9;
            if (sent is JsonObject changed && (isGood || doesWhatItRefuses))
            {
                settings = changed;
            }

            context.Response.StatusCode = isGood ? 200 : 422;
        });
        return await Verifying.RunAsync(Plan, server.Url);
    }

    private static JsonNode? Parsed(byte[] body)
    {
        try
        {
            return body.Length == 0 ? null : JsonNode.Parse(body);
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }
}
