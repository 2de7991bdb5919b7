using System.Text;
using SocialContract.Contract.Linting;
using SocialContract.Contract.Reading;
using SocialContract.Contract.Tests.Spec;

namespace SocialContract.Contract.Tests.Reading;

/// <summary>
/// Documents with random damage, the same on every run: loading returns a result, never throws, and ends.
/// </summary>
public sealed class MutationTests
{
    private const int Mutations = 150;

    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ":", ",", "\"", "'", "- ", "\n", "\t", "  ", "#", "&a ", "*a", "<<: ", "!!str ", "!x ", "? ", "|", ">",
        "%", "@", "`", "\0", "\u00e9", "\ud83d\ude00",
        "null", "true", "1e999", ".inf", "0x", "-", "---\n", "...\n", "$ref: '#/components/schemas/Pet'", "\"$ref\": \"#\",",
        "$ref: x.yaml#/y", "type: obj", "\"\\ud800\"", "~1", "x-source: assumed",
        "'#/paths'", "allOf: [{$ref: '#'}]", "pattern: '('", "{id}", "default", "200",
    ];

    [Theory]
    [InlineData("spec/openapi.yaml")]
    [InlineData("tests/documents/faulty/references.yaml")]
    [InlineData("tests/documents/faulty/schemas.yaml")]
    [InlineData("tests/documents/lint/examples.yaml")]
    [InlineData("tests/documents/node_modules/@readme/oas-examples/3.0/json/petstore.json")]
    [InlineData("tests/documents/node_modules/@readme/oas-examples/3.1/yaml/train-travel.yaml")]
    public void Damage_is_reported_and_never_thrown(string path)
    {
        var original = File.ReadAllText(Checkout.PathOf(path));
        var random = new Random(path.Length);
        var loaded = 0;
        for (var round = 0; round < Mutations; round++)
        {
            var text = Damage(original, random);
            try
            {
                loaded += Use(ContractLoader.LoadText(text, path)) ? 1 : 0;
            }
            catch (Exception problem)
            {
                throw new InvalidOperationException($"Round {round} of {path}: {problem.Message}\n{problem.StackTrace}", problem);
            }
        }

        loaded.ShouldBeInRange(1, Mutations - 1);
    }

    [Fact]
    public void Bytes_that_are_not_text_are_reported_and_never_thrown()
    {
        var random = new Random(7);
        for (var round = 0; round < Mutations; round++)
        {
            var bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);
            ContractLoader.Load(bytes, "x.yaml").ShouldBeOfType<LoadResult.Rejected>().Diagnostics.ShouldNotBeEmpty();
        }
    }

    /// <summary>Uses a document as the kit does.</summary>
    private static bool Use(LoadResult result)
    {
        if (result is not LoadResult.Loaded(var api))
        {
            ((LoadResult.Rejected)result).Diagnostics.ShouldNotBeEmpty();
            return false;
        }

        foreach (var operation in api.Operations)
        {
            _ = api.FaultsOf(operation);
            _ = api.Rules.Requests(operation);
            _ = api.Rules.Responses(operation);
        }

        api.Rules.All.Values.Select(rule => rule.Id).ShouldBeUnique();
        api.Rules.CountBySource().Values.Sum().ShouldBe(api.Rules.All.Count);
        _ = Linter.Lint(api);
        return true;
    }

    private static string Damage(string original, Random random)
    {
        var text = new StringBuilder(original);
        for (var change = random.Next(1, 4); change > 0 && text.Length > 0; change--)
        {
            var at = random.Next(text.Length);
            var length = Math.Min(random.Next(1, 12), text.Length - at);
            switch (random.Next(6))
            {
                case 0:
                    text.Remove(at, length);
                    break;
                case 1:
                    text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 2:
                    text[at] = (char)random.Next(32, 127);
                    break;
                case 3:
                    text.Insert(at, text.ToString(at, Math.Min(200, text.Length - at)));
                    break;
                case 4:
                    text.Remove(at, Math.Min(random.Next(2000), text.Length - at));
                    break;
                default:
                    var from = random.Next(text.Length);
                    var line = text.ToString(from, Math.Min(60, text.Length - from));
                    text.Remove(at, length).Insert(Math.Min(at, text.Length), line);
                    break;
            }
        }

        return text.ToString();
    }
}
