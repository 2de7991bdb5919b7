using System.Text.Json;
using SocialContract.Contract.Documents;

namespace SocialContract.Verification.Tests.SecondOpinion;

/// <summary>One error of ajv.</summary>
/// <param name="Place">Pointer to the value that is wrong, or to the member that is missing.</param>
public sealed record AjvFault(string Place, string Keyword)
{
    public static AjvFault Of(JsonElement error)
    {
        var path = error.GetProperty("path").GetString()!;
        var missing = error.GetProperty("missing").GetString();
        return new AjvFault(missing is null ? path : $"{path}/{JsonPointer.Escape(missing)}", error.GetProperty("keyword").GetString()!);
    }
}
