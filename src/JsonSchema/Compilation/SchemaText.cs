using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Compilation;

/// <summary>
/// Finds text that <see cref="JsonElement"/> parses and later throws for: bytes that are not UTF-8, and halves of surrogate pairs.
/// </summary>
internal static class SchemaText
{
    private static readonly JsonLimits Unlimited = new(int.MaxValue, int.MaxValue, AllowDuplicateNames: true);

    /// <summary>The fault of a text; null where there is none.</summary>
    public static Refusal? Check(JsonElement root)
    {
        var text = JsonMarshal.GetRawUtf8Value(root);
        if (Utf8.IsValid(text) && text.IndexOf("\\ud"u8) < 0 && text.IndexOf("\\uD"u8) < 0)
        {
            return null;
        }

        if (JsonInstance.TryParse(text.ToArray(), Unlimited, out var instance, out var fault)
            || fault.Kind is not (JsonFaultKind.Utf8 or JsonFaultKind.LoneSurrogate))
        {
            instance?.Dispose();
            return null;
        }

        return new("", $"{fault.Message} It is in line {fault.Line}, column {fault.Column} of the document. Correct the text.");
    }
}
