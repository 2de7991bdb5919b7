using System.Text;
using SocialContract.Contract;
using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;

namespace SocialContract.Verification.Tests.SecondOpinion;

/// <summary>
/// Takes the requests of a plan apart again, by the bytes that go out and the document, without any of the kit's validators.
/// </summary>
internal static class JudgedRequests
{
    public static IReadOnlyList<JudgedRequest> Of(VerificationPlan plan) => [.. plan.All.Select(testCase => Of(testCase, plan.Api))];

    private static JudgedRequest Of(ContractCase testCase, ContractDescription api)
    {
        List<JudgedPart> parts = [.. Body(testCase, api), .. Parameters(testCase, api)];
        var except = testCase switch
        {
            { Expectation: CaseExpectation.NoServerError } or { Stage: ViolationKind.Syntax } => "not meant to be read",
            { Stage: ViolationKind.ContentType } => "the content type is wrong",
            { Stage: ViolationKind.Body, Body.IsEmpty: true } => "the body is left out",
            { Stage: ViolationKind.Body } when !parts.Exists(part => part.Place == JudgedPart.Body) => "the body is not JSON",
            { Stage: ViolationKind.Parameter } when parts.TrueForAll(part => part.Place == JudgedPart.Body) =>
                "the parameter is left out or not a single value",
            _ when parts.Count == 0 => "there is neither a JSON body nor a parameter of a single value",
            _ => "",
        };
        return new JudgedRequest(testCase, parts, except);
    }

    private static IEnumerable<JudgedPart> Body(ContractCase testCase, ContractDescription api)
    {
        var type = testCase.Headers.FirstOrDefault(header => header.Key == "Content-Type").Value;
        var described = testCase.Operation.RequestBody?.Content.FirstOrDefault(media => media.Name == type);
        if (type == "application/json" && testCase.Body is { IsEmpty: false } bytes && described?.Schema is { } schema)
        {
            var text = Encoding.UTF8.GetString(bytes.Span);
            yield return new JudgedPart(JudgedPart.Body, WrittenSchema.Of(schema, IsDraft4(api)), IsDraft4(api), text);
        }
    }

    private static IEnumerable<JudgedPart> Parameters(ContractCase testCase, ContractDescription api)
    {
        var sent = SentParameters.Of(testCase);
        foreach (var parameter in testCase.Operation.Parameters.Where(parameter => parameter.Schema is not null))
        {
            var schema = WrittenSchema.Of(parameter.Schema!, IsDraft4(api));
            if (sent.TryGetValue((parameter.In, parameter.Name), out var text) && SingleValue.Of(schema, text) is { } instance)
            {
                yield return new JudgedPart(
                    $"{parameter.In.ToString().ToLowerInvariant()} {parameter.Name}", schema, IsDraft4(api), instance);
            }
        }
    }

    private static bool IsDraft4(ContractDescription api) => api.OpenApi.StartsWith("3.0", StringComparison.Ordinal);
}
