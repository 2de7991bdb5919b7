using System.Text.Json;
using SocialContract.Contract.Diagnostics;

namespace SocialContract.Contract.Documents;

/// <summary>
/// Refuses a file of so many values that they would not fit into memory. A short value, such as a number of a long <c>enum</c>, takes many
/// times its bytes.
/// </summary>
internal static class ValueCounts
{
    /// <summary>The offset of the first value beyond the limit; null if the text has no more values, or is not JSON.</summary>
    public static int? FirstBeyond(ReadOnlySpan<byte> json, DocumentLimits limits)
    {
        // A value begins the text, an array or an object, or follows a comma.
        if (1L + json.Count((byte)',') + json.Count((byte)'[') + json.Count((byte)'{') <= limits.MaxValues)
        {
            return null;
        }

        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = limits.MaxDepth + 1 });
        var values = 0;
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.EndObject or JsonTokenType.EndArray)
                    && ++values > limits.MaxValues)
                {
                    return (int)reader.TokenStartIndex;
                }
            }
        }
        catch (JsonException)
        {
            // The parser explains it.
        }

        return null;
    }

    public static DocumentFault Fault(int line, int column, DocumentLimits limits) => new(
        DiagnosticCodes.FileTooLarge, DiagnosticSeverity.Error, line, column, Message(limits));

    public static string Message(DocumentLimits limits) =>
        $"the file has more than {limits.MaxValues} values, which is the limit, from here on; shorten its longest lists";
}
