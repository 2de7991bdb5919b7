using System.Text.Json.Nodes;

namespace SocialContract.Contract.Tests.Spec;

/// <summary>What spec/README.md promises of the document.</summary>
public sealed class DocumentConventionTests
{
    [Fact]
    public void Everything_assumed_has_its_reason() =>
        PlainDocument.Objects()
            .Where(
                place => new[] { "x-source", "x-echo-source" }.Any(name => (string?)place.Value[name] == "assumed")
                    && place.Value["x-note"] is null)
            .Select(place => place.Pointer)
            .ShouldBeEmpty();

    [Fact]
    public void A_source_is_stated_shown_or_assumed() =>
        PlainDocument.Objects()
            .Where(place => place.Value["x-source"] is { } source && (string?)source is not ("stated" or "shown" or "assumed"))
            .Select(place => place.Pointer)
            .ShouldBeEmpty();

    [Fact]
    public void Every_operation_and_component_with_rules_has_a_source()
    {
        var components = PlainDocument.Root["components"]!;
        string[] sections = ["securitySchemes", "schemas", "responses"];

        sections.SelectMany(section => components[section]!.AsObject())
            .Concat(PlainDocument.Root["paths"]!.AsObject())
            .Where(entry => entry.Value!["x-source"] is null)
            .Select(entry => entry.Key)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Each_of_the_twenty_gaps_is_marked_once() =>
        PlainDocument.Objects()
            .SelectMany(place => (place.Value["x-gaps"]?.AsArray() ?? []).Append(place.Value["x-gap"]))
            .OfType<JsonObject>()
            .Select(gap => (int)gap["row"]!)
            .Order()
            .ShouldBe(Enumerable.Range(1, 20));

    [Fact]
    public void Every_state_that_an_example_needs_is_listed_with_its_params()
    {
        var listed = PlainDocument.Root["x-provider-states"]!.AsArray().ToDictionary(
            state => (string)state!["name"]!, state => state!["params"]!.AsObject().Select(param => param.Key).Order().ToArray());
        var needed = PlainDocument.Objects()
            .Where(place => place.Pointer.Contains("/examples/", StringComparison.Ordinal))
            .SelectMany(place => place.Value["x-provider-states"]?.AsArray() ?? [])
            .ToList();

        needed.ShouldNotBeEmpty();
        foreach (var state in needed)
        {
            var parameters = (state!["params"]?.AsObject() ?? []).Select(param => param.Key).Order().ToArray();
            parameters.ShouldBe(listed[(string)state["name"]!]);
        }
    }

    [Fact]
    public void Every_name_and_sentence_of_the_pages_is_in_the_document()
    {
        var inDocument = PlainDocument.Objects()
            .Where(place => place.Value["x-sentence"] is not null)
            .Select(place => $"{place.Value["x-documented-name"]}: {place.Value["x-sentence"]}")
            .ToHashSet();

        DocumentedFacts.All.Where(fact => fact.Fact == FactKind.Validation)
            .Select(fact => $"{fact.Parameter}: {fact.Sentence}")
            .Except(inDocument)
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData(DocumentedFacts.CreateInstagramAccounts)]
    [InlineData(DocumentedFacts.CreateFacebookPages)]
    public void The_first_request_example_is_the_documentations_own(string operation)
    {
        var request = DocumentedRequest.Of(operation);

        var body = PlainDocument.Root["paths"]![request.PathTemplate]!["post"]!["requestBody"]!;
        var example = body["content"]!["application/json"]!["examples"]!.AsObject().First().Value!["value"];

        JsonNode.DeepEquals(example, request.Body).ShouldBeTrue();
    }
}
