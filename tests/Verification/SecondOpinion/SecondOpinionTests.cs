using System.Globalization;
using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Tests.SecondOpinion;

/// <summary>
/// What is planned to be accepted is valid, and what is planned to be refused for its body or a parameter has exactly one part that is not,
/// by validators that nobody here wrote. Security, headers, content types and malformed bodies are not theirs to judge; those are counted.
/// </summary>
public sealed class SecondOpinionTests(AjvJudge ajv, ITestOutputHelper output) : IClassFixture<AjvJudge>
{
    private const string Bits64 = "OpenAPI 3.0, data types: an int64 has 64 bits; ajv-formats takes every whole number for one";
    private const string NoFormat = "OpenAPI 3.0, data types: an int32 has 32 bits; NJsonSchema does not look at formats of numbers";
    private const string Fails = "a number beyond 64 bits is a number (RFC 8259, section 6); NJsonSchema throws InvalidCastException";

    /// <summary>Where another validator is wrong: on a document, the beginning of the cases' ids, and why.</summary>
    private static readonly (string Judge, string File, string Cases, string Reason)[] Theirs =
    [
        ("ajv", "v3.0/petstore.yaml", "createPets/Pet/id/format/", Bits64),
        ("ajv", "v3.0/petstore-expanded.yaml", "find pet by id/path/id/format/", Bits64),
        ("ajv", "v3.0/petstore-expanded.yaml", "deletePet/path/id/format/", Bits64),
        ("NJsonSchema", "v3.0/petstore.yaml", "listPets/query/limit/format/", NoFormat),
        ("NJsonSchema", "v3.0/petstore.yaml", "createPets/Pet/id/format/", Fails),
        ("NJsonSchema", "v3.0/petstore-expanded.yaml", "findPets/query/limit/format/", NoFormat),
        ("NJsonSchema", "v3.0/petstore-expanded.yaml", "find pet by id/path/id/format/", Fails),
        ("NJsonSchema", "v3.0/petstore-expanded.yaml", "deletePet/path/id/format/", Fails),
    ];

    [Theory]
    [MemberData(nameof(OpinionDocuments.All), MemberType = typeof(OpinionDocuments))]
    public void Ajv_agrees_with_every_planned_request(string file) => Agrees(ajv, file);

    [Theory]
    [MemberData(nameof(OpinionDocuments.All), MemberType = typeof(OpinionDocuments))]
    public void NJsonSchema_agrees_with_every_planned_request(string file) => Agrees(new NJsonSchemaJudge(), file);

    private void Agrees(IJudge judge, string file)
    {
        var requests = OpinionDocuments.Requests(file);
        var judged = requests.Where(request => request.Except.Length == 0).ToList();

        var disagreements = judged.Where(request => !request.IsAsPlanned(judge)).Select(request => request.Case.Id).ToList();

        Report(judge, file, requests, judged, disagreements.Count);
        judged.ShouldNotBeEmpty();
        var theirs = Theirs.Where(known => known.Judge == judge.Name && known.File == file).ToList();
        disagreements.Where(id => !theirs.Exists(known => id.StartsWith(known.Cases, StringComparison.Ordinal))).ShouldBeEmpty();
        theirs.Where(known => !disagreements.Exists(id => id.StartsWith(known.Cases, StringComparison.Ordinal)))
            .ShouldBeEmpty("they have learnt it");
    }

    private void Report(IJudge judge, string file, IReadOnlyList<JudgedRequest> requests, List<JudgedRequest> judged, int disagreements)
    {
        var refused = judged.Count(request => request.Case.Expectation == CaseExpectation.Refused);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{judge.Name} on {file}: {requests.Count} requests, {judged.Count} judged, {refused} of them planned to be refused; "
            + $"{disagreements} judged otherwise"));
        foreach (var reason in requests.Where(request => request.Except.Length > 0).GroupBy(request => request.Except))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {reason.Count()} not: {reason.Key}"));
        }
    }
}
