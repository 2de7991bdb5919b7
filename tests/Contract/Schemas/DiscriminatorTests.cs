using System.Text;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Reading;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Tests.Schemas;

/// <summary>What the values of a discriminator's mapping mean.</summary>
public sealed class DiscriminatorTests
{
    private const string Mapping = "/components/schemas/Pet/discriminator/mapping/key";

    private static readonly Dictionary<string, string> Files = new()
    {
        ["dog.yaml"] = "{ type: object }",
        ["parts.yaml"] = "components: { schemas: { Hen: { type: object }, 'a/b': { type: object } } }",
    };

    [Theory]
    [InlineData("Cat", "openapi.yaml /components/schemas/Cat")]
    [InlineData("dog.json", "openapi.yaml /components/schemas/dog.json")]
    [InlineData("Guinea pig", "openapi.yaml /components/schemas/Guinea pig")]
    [InlineData("100%~", "openapi.yaml /components/schemas/100%~0")]
    [InlineData("#/components/schemas/Cat", "openapi.yaml /components/schemas/Cat")]
    [InlineData("#/components/schemas/a~1b", "openapi.yaml /components/schemas/a~1b")]
    [InlineData("#/components/schemas/Guinea%20pig", "openapi.yaml /components/schemas/Guinea pig")]
    [InlineData("dog.yaml", "dog.yaml ")]
    [InlineData("./dog.yaml", "dog.yaml ")]
    [InlineData("parts.yaml#/components/schemas/Hen", "parts.yaml /components/schemas/Hen")]
    [InlineData("./parts.yaml#/components/schemas/a~1b", "parts.yaml /components/schemas/a~1b")]
    public void A_mapping_leads_to_a_component_by_its_name_or_to_what_a_reference_names(string value, string place)
    {
        var api = Load(value);

        About(api).ShouldBeEmpty();
        Target(api).ShouldBe(place);
    }

    [Theory]
    [InlineData("Cta", "Cta is not the name of a schema in components, so the discriminator ignores it; did you mean Cat?", "Cat")]
    [InlineData(
        "cat.json",
        "cat.json is neither the name of a schema in components nor a file that can be read, so the discriminator ignores it",
        null)]
    public void An_unknown_name_is_a_warning_and_leads_nowhere(string value, string message, string? nearest)
    {
        var api = Load(value);

        var warning = About(api).ShouldHaveSingleItem();
        (warning.Code, warning.Severity).ShouldBe((DiagnosticCodes.ReferenceDangling, DiagnosticSeverity.Warning));
        (warning.Message, warning.Nearest).ShouldBe((message, nearest));
        Target(api).ShouldBeNull();
    }

    [Theory]
    [InlineData("#/components/schemas/Cta")]
    [InlineData("./cat.json")]
    public void A_reference_without_a_target_is_an_error(string value) =>
        Load(value).Operations.ShouldHaveSingleItem().Faults.ShouldHaveSingleItem().Pointer.ShouldBe(Mapping);

    [Fact]
    public void A_name_in_another_file_is_that_of_a_component_of_the_entry_file_first()
    {
        const string Pet = "discriminator: { propertyName: kind, mapping: { both: Cat, own: Hen } }\n"
            + "components: { schemas: { Cat: {}, Hen: {} } }\n";
        var api = Load("Cat", "$ref: pet.yaml", new(Files) { ["pet.yaml"] = Pet });
        var file = api.Documents.Files.Single(file => file.DisplayPath == "pet.yaml");
        file.TryFind("/discriminator", out var discriminator).ShouldBeTrue();

        Discriminator.Mapping(new DocumentNode(file, "/discriminator", discriminator))
            .Select(entry => Shown(Discriminator.Target(api.Documents, entry.Value)))
            .ShouldBe(["openapi.yaml /components/schemas/Cat", "pet.yaml /components/schemas/Hen"]);
    }

    private static IEnumerable<Diagnostic> About(ContractDescription api) =>
        api.Diagnostics.Where(diagnostic => diagnostic.Pointer == Mapping);

    private static string? Target(ContractDescription api)
    {
        api.Documents.Entry.TryFind(Mapping, out var value).ShouldBeTrue();
        return Shown(Discriminator.Target(api.Documents, new DocumentNode(api.Documents.Entry, Mapping, value)));
    }

    private static string? Shown(DocumentNode? node) => node is { } found ? $"{found.File.DisplayPath} {found.Pointer}" : null;

    private static ContractDescription Load(string value, string? pet = null, Dictionary<string, string>? files = null)
    {
        var text = $$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              /pets:
                get:
                  responses: { '200': { description: A, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } }
            components:
              schemas:
                Pet: { {{pet ?? $"discriminator: {{ propertyName: kind, mapping: {{ key: '{value}' }} }}"}} }
                Cat: { type: object }
                dog.json: { type: object }
                Guinea pig: { type: object }
                a/b: { type: object }
                100%~: { type: object }
            """;
        var options = new LoadOptions
        {
            Open = path => (files ?? Files).TryGetValue(Path.GetRelativePath(".", path), out var found)
                ? Encoding.UTF8.GetBytes(found)
                : throw new FileNotFoundException(path),
        };
        return ContractLoader.LoadText(text, "openapi.yaml", options).ShouldBeOfType<LoadResult.Loaded>().Api;
    }
}
