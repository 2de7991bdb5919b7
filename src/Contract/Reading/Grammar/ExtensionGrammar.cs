using System.Collections.Frozen;
using static SocialContract.Contract.Reading.Grammar.Shape;

namespace SocialContract.Contract.Reading.Grammar;

/// <summary>The extensions that the kit reads (spec/README.md). Other extensions are ignored.</summary>
internal static class ExtensionGrammar
{
    private static readonly Shape Prose = OneOf();

    public static FrozenDictionary<string, Field> Fields { get; } = new Field[]
    {
        new("x-source", OneOf("stated", "shown", "assumed")),
        new("x-note", Prose),
        new("x-documented-name", Prose),
        new("x-sentence", Prose),
        new("x-violations", OneOf("name-to-sentences")),
        new("x-echo-source", OneOf("stated", "shown", "assumed")),
        new("x-role", Prose),
        new("x-roles", Words),
        new("x-scheme", Prose),
        new("x-secret", Flag),
        new("x-undecided", ListOf(Anything)),
        new("x-gap", Of(() => Gap)),
        new("x-gaps", ListOf(Of(() => Gap))),
        new("x-provider-states", ListOf(Of(() => ProviderState))),
    }.ToFrozenDictionary(field => field.Name, field => field with { IsHarmless = true }, StringComparer.Ordinal);

    private static ObjectGrammar Gap { get; } = new(
        "gap", "",
        new("row", Whole) { Need = Need.Demanded, IsHarmless = true },
        new("page", Prose) { Need = Need.Demanded, IsHarmless = true },
        new("reading", Prose) { Need = Need.Demanded, IsHarmless = true });

    private static ObjectGrammar ProviderState { get; } = new(
        "provider state", "",
        new("name", Prose) { Need = Need.Demanded, IsHarmless = true },
        new("description", Prose) { IsHarmless = true },
        new("params", MapOf(Anything)) { IsHarmless = true });
}
