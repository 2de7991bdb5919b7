using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Validation.Decoding;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.Contract.Validation.Bodies;

/// <summary>Reads a form field that is encoded as JSON.</summary>
internal static class FieldJson
{
    public static FormValue Of(string name, byte[] utf8, out string? fault)
    {
        if (!JsonInstance.TryParse(utf8, new JsonLimits(AllowDuplicateNames: true), out var instance, out var wrong))
        {
            fault = $"{Shortened.Name(name)}: not JSON at line {wrong.Line}, column {wrong.Column}: {wrong.Message}";
            return default;
        }

        instance.Dispose();
        fault = null;
        return new FormValue(FormValueKind.Json, utf8);
    }
}
