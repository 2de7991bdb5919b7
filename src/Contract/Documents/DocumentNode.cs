using System.Text.Json;
using SocialContract.Contract.Diagnostics;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.Contract.Documents;

/// <summary>A value of the document together with its place: file, RFC 6901 pointer, line and column.</summary>
/// <param name="File">The file that contains it.</param>
/// <param name="Pointer">RFC 6901 pointer from the file's root; empty for the root itself.</param>
/// <param name="Value">The value.</param>
public readonly record struct DocumentNode(DocumentFile File, string Pointer, JsonElement Value)
{
    public DocumentPosition Position => File.PositionOf(Value);

    /// <summary>The place without its value: a key for data about the place.</summary>
    public PlaceId Place => new(File, Pointer);

    /// <summary>The place in the form that the schema library uses.</summary>
    public SchemaLocation Location => new(File.Uri, Pointer);

    /// <summary>The member with that name; null if this is not an object or has no such member.</summary>
    public DocumentNode? Member(string name) =>
        File.TryGetMember(Value, name, out var value)
            ? new DocumentNode(File, $"{Pointer}/{JsonPointer.Escape(name)}", value)
            : null;

    /// <summary>The members in document order; empty if this is not an object.</summary>
    public IEnumerable<(string Name, DocumentNode Node)> Members()
    {
        if (Value.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        foreach (var member in Value.EnumerateObject())
        {
            yield return (member.Name, new DocumentNode(File, $"{Pointer}/{JsonPointer.Escape(member.Name)}", member.Value));
        }
    }

    /// <summary>The elements in order; empty if this is not an array.</summary>
    public IEnumerable<DocumentNode> Elements()
    {
        if (Value.ValueKind != JsonValueKind.Array)
        {
            yield break;
        }

        var index = 0;
        foreach (var element in Value.EnumerateArray())
        {
            yield return new DocumentNode(File, $"{Pointer}/{index++}", element);
        }
    }

    /// <summary>The text of a member that is a string, else null.</summary>
    public string? Text(string name) =>
        Member(name) is { Value.ValueKind: JsonValueKind.String } member ? member.Value.GetString() : null;

    /// <summary>Whether the member is <c>true</c>.</summary>
    public bool Flag(string name) => Member(name) is { Value.ValueKind: JsonValueKind.True };
}
