using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Reading.Grammar;

/// <summary>The table of one OpenAPI object.</summary>
/// <param name="Name">The specification's name of the object, e.g. <c>Parameter Object</c>.</param>
/// <param name="Section">The section of <c>components</c> that has such objects; empty if there is none.</param>
internal sealed record ObjectGrammar(string Name, string Section, params Field[] Fields)
{
    private const int MaxNameLength = 128;

    public FrozenDictionary<string, Field> ByName { get; } = Fields.ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);

    /// <summary>Fields whose names the document chooses; null if there are none.</summary>
    public Shape.Map? Patterned { get; init; }

    /// <summary>Whether its errors are kept apart from those of its parent.</summary>
    public bool IsUnit { get; init; }

    /// <summary>Checks what a table of fields cannot express.</summary>
    public Action<ObjectVisit>? Constraints { get; init; }

    /// <summary>The field with a member's name, extensions included; found without making a string of the name.</summary>
    public Field? FieldOf(JsonProperty member)
    {
        var utf8 = JsonMarshal.GetRawUtf8PropertyName(member);
        if (utf8.Length > MaxNameLength || utf8.Contains((byte)'\\'))
        {
            return ByName.GetValueOrDefault(member.Name) ?? ExtensionGrammar.Fields.GetValueOrDefault(member.Name);
        }

        Span<char> name = stackalloc char[MaxNameLength];
        name = name[..Encoding.UTF8.GetChars(utf8, name)];
        return ByName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var field)
            || ExtensionGrammar.Fields.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out field)
            ? field
            : null;
    }
}

/// <summary>An object that the walk has reached, for constraints that its table cannot express.</summary>
internal readonly record struct ObjectVisit(GrammarWalk Walk, ObjectGrammar Grammar, DocumentNode Node)
{
    public void Warn(string code, DocumentNode at, string message, string? nearest = null) =>
        Walk.Report(code, DiagnosticSeverity.Warning, at, message, nearest);

    public void Fail(string code, DocumentNode at, string message, string? nearest = null) =>
        Walk.Report(code, DiagnosticSeverity.Error, at, message, nearest);
}
