using DevLab.JmesPath;
using SocialContract.Contract.Export.WireMockNet;
using SocialContract.Contract.Tests.Reading;
using SocialContract.Tests.Support;

namespace SocialContract.Contract.Export.Tests.WireMockNet;

/// <summary>The queries, evaluated by the library that WireMock.Net uses.</summary>
public class BodyQueryTests
{
    private static readonly ContractDescription Api = Loading.Loaded(SmallDocument.OfBody(
        """
        {
          type: object,
          required: [name],
          properties: {
            name: { type: [string, 'null'], minLength: 2 },
            size: { type: integer, minimum: 1, exclusiveMaximum: 10 },
            "it's \"x\"": { enum: [1, "a`b", null] },
            rows: { type: array, maxItems: 2, items: {
              type: object, required: [cells], properties: { cells: { type: array, items: { type: object, required: [id],
                properties: { id: { const: 7 } } } } } } }
          }
        }
        """.ReplaceLineEndings(" ")));

    [Theory]
    [InlineData("{}", "/required/name")]
    [InlineData("""{"name":7}""", "/name/type")]
    [InlineData("""{"name":null}""")]
    [InlineData("""{"name":"a"}""", "/name/minLength")]
    [InlineData("""{"name":"ab","size":1}""")]
    [InlineData("""{"name":"ab","size":0}""", "/size/minimum")]
    [InlineData("""{"name":"ab","size":10}""", "/size/exclusiveMaximum")]
    [InlineData("""{"name":"ab","size":1.5}""", "/size/type")]
    [InlineData("""{"name":"ab","size":"1"}""", "/size/type")]
    [InlineData("""{"name":"ab","it's \"x\"":"a`b"}""")]
    [InlineData("""{"name":"ab","it's \"x\"":null}""")]
    [InlineData("""{"name":"ab","it's \"x\"":2}""", "/it's \"x\"/enum")]
    [InlineData("""{"name":"ab","rows":{}}""", "/rows/type")]
    [InlineData("""{"name":"ab","rows":[]}""")]
    [InlineData("""{"name":"ab","rows":[null]}""", "/rows/items/type")]
    [InlineData("""{"name":"ab","rows":[{}]}""", "/rows/items/required/cells")]
    [InlineData("""{"name":"ab","rows":[{"cells":[]},{"cells":[]},{"cells":[]}]}""", "/rows/maxItems")]
    [InlineData("""{"name":"ab","rows":[{"cells":[]},{"cells":[{"id":7}]}]}""")]
    [InlineData("""{"name":"ab","rows":[{"cells":[]},{"cells":[{"id":7},{}]}]}""", "/rows/items/cells/items/required/id")]
    [InlineData("""{"name":"ab","rows":[{"cells":[{"id":8}]},{"cells":[{"id":7}]}]}""", "/rows/items/cells/items/id/const")]
    [InlineData("""{"name":"ab","rows":[{"cells":[5]}]}""", "/rows/items/cells/items/type")]
    [InlineData("[]", "/type")]
    public void A_query_is_true_for_the_bodies_that_break_its_rule(string body, params string[] broken)
    {
        var queries = Api.Rules.Requests(Api.Operations[0]).Where(use => use.MediaType is not null)
            .Select(use => (use.Rule.Id, Query: BodyQuery.Broken(use)))
            .ToList();

        queries.ShouldAllBe(entry => entry.Query != null);
        queries.Where(entry => new JmesPath().Transform(body, entry.Query!) == "true").Select(entry => entry.Id)
            .ShouldBe(broken.Select(rule => $"add/body{rule}"), ignoreOrder: true);
    }
}
