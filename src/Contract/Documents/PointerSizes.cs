using System.Text.Json;
using SocialContract.Contract.Diagnostics;

namespace SocialContract.Contract.Documents;

/// <summary>
/// Refuses a file whose names are so long that the pointers of its values would take far more memory than the file: each value's pointer
/// repeats the names above it.
/// </summary>
internal static class PointerSizes
{
    /// <summary>Characters that any file's pointers may have together.</summary>
    private const long MaxTotal = 32_000_000;

    /// <summary>Characters that they may have for each value in addition.</summary>
    private const long MaxAverage = 200;

    /// <summary>A fault at the name that makes the pointers longest; null if they are not too long.</summary>
    public static DocumentFault? Fault(DocumentFile file, DocumentLimits limits)
    {
        // YAML that is read as JSON has a level more.
        var reader = new Utf8JsonReader(file.Json.Span, new JsonReaderOptions { MaxDepth = limits.MaxDepth + 1 });
        var parents = new Stack<(Name Name, int Values)>();
        var (pointer, total, values) = (0L, 0L, 0);
        var (name, longest) = (default(Name), (Name: default(Name), Values: 0));
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                name = new Name((int)reader.TokenStartIndex, reader.ValueSpan.Length);
                continue;
            }

            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                var parent = parents.Pop();
                pointer -= parent.Name.Length;
                Compare(parent.Name, values - parent.Values);
                continue;
            }

            values++;
            total += pointer + name.Length;
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                parents.Push((name, values - 1));
                pointer += name.Length;
            }
            else
            {
                Compare(name, 1);
            }

            name = default;
        }

        if (total <= MaxTotal + (MaxAverage * values))
        {
            return null;
        }

        var position = file.PositionAt(longest.Name.Offset);
        return new DocumentFault(
            DiagnosticCodes.FileTooLarge,
            DiagnosticSeverity.Error,
            position.Line,
            position.Column,
            $"this name has {longest.Name.Length} characters and is part of the JSON pointers of {longest.Values} values, "
                + "which are too long together; shorten the name");

        void Compare(Name other, int its)
        {
            if ((long)other.Length * its > (long)longest.Name.Length * longest.Values)
            {
                longest = (other, its);
            }
        }
    }

    private readonly record struct Name(int Offset, int Length);
}
