using System.Text.Json.Nodes;
using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Tests.SecondOpinion;

/// <summary>
/// A body that is refused has one broken place: with what an accepted body has there put back, it is valid. The place is the one that ajv
/// names.
/// </summary>
public sealed class BrokenPlaceTests(AjvJudge ajv, ITestOutputHelper output) : IClassFixture<AjvJudge>
{
    [Theory]
    [InlineData("openapi.yaml")]
    [InlineData("v3.0/petstore.yaml")]
    [InlineData("v3.0/petstore-expanded.yaml")]
    [InlineData("v3.1/tictactoe.yaml")]
    public void A_refused_body_is_valid_again_with_its_broken_place_put_back(string file)
    {
        var bodies = OpinionDocuments.Requests(file)
            .Where(request => request.Except.Length == 0 && request.Parts.Any(part => part.Place == JudgedPart.Body)).ToList();
        var broken = bodies.Where(request => request.Case is { Expectation: CaseExpectation.Refused, Stage: ViolationKind.Body })
            .Select(request => (request.Case, Part: BodyOf(request), Faults: ajv.Faults(BodyOf(request))))
            .Where(body => body.Faults.Count > 0).ToList();

        var still = broken.Where(body => !Sound(bodies, body.Case).Any(sound => IsMended(body.Part, body.Faults, sound)))
            .Select(body => body.Case.Id).ToList();

        output.WriteLine($"{file}: {broken.Count} broken bodies, {broken.Count - still.Count} of them mended at one place");
        broken.ShouldNotBeEmpty();
        still.ShouldBeEmpty();
    }

    private static IEnumerable<JsonNode?> Sound(List<JudgedRequest> bodies, ContractCase broken) =>
        bodies.Where(request => request.Case.Expectation == CaseExpectation.Accepted && request.Case.Operation == broken.Operation)
            .Select(request => JsonNode.Parse(BodyOf(request).Instance));

    private static JudgedPart BodyOf(JudgedRequest request) => request.Parts.Single(part => part.Place == JudgedPart.Body);

    /// <summary>
    /// Errors within a value come with one of the value itself where branches were tried: the outermost is the broken place.
    /// </summary>
    private bool IsMended(JudgedPart part, IReadOnlyList<AjvFault> faults, JsonNode? sound)
    {
        var place = faults.Select(fault => fault.Place).MinBy(path => path.Count(letter => letter == '/'))!;
        return JsonPlace.PutBack(JsonNode.Parse(part.Instance), place, sound) is { } mended
            && ajv.IsValid(part with { Instance = mended.ToJsonString() }) == true;
    }
}
