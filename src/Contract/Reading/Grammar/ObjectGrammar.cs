using System.Collections.Frozen;

namespace SocialContract.Contract.Reading.Grammar;

/// <summary>The table of one OpenAPI object.</summary>
/// <param name="Name">The specification's name for it, e.g. <c>Parameter Object</c>.</param>
/// <param name="Section">The folder of <c>components</c> whose entries are such objects; empty where there is none.</param>
internal sealed record ObjectGrammar(string Name, string Section, params Field[] Fields)
{
    public FrozenDictionary<string, Field> ByName { get; } = Fields.ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);

    /// <summary>Fields whose names the document chooses; null where there are none.</summary>
    public Shape.Map? Patterned { get; init; }

    /// <summary>Whether its errors are kept apart from those of the object around it.</summary>
    public bool IsUnit { get; init; }

    /// <summary>What a table of fields cannot say.</summary>
    public Action<ObjectVisit>? Check { get; init; }
}
