using System.Text.Json;

namespace SocialContract.Contract.Keywords;

/// <summary>The limit that a keyword's value sets.</summary>
/// <param name="Of">What it limits.</param>
/// <param name="IsLeast">Whether it is the least that is allowed; otherwise the greatest.</param>
/// <param name="IsExclusive">Whether the limit itself is not allowed.</param>
/// <param name="ExclusiveBy">
/// The keyword beside it that, as <c>true</c>, excludes the limit itself (OpenAPI 3.0); null if there is none.
/// </param>
internal sealed record KeywordLimit(Quantity Of, bool IsLeast, bool IsExclusive = false, string? ExclusiveBy = null)
{
    /// <summary>Reads a limit of a length or of a number of elements or members; 2.0 and 2e0 are 2.</summary>
    public static bool TryCount(JsonElement value, out int count)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number)
            && number is >= 0 and <= int.MaxValue && number == decimal.Truncate(number))
        {
            count = (int)number;
            return true;
        }

        count = 0;
        return false;
    }
}

/// <summary>What a limit is about.</summary>
internal enum Quantity
{
    /// <summary>The number itself.</summary>
    Value,

    /// <summary>The characters of a string.</summary>
    Length,

    /// <summary>The elements of an array.</summary>
    Elements,

    /// <summary>The members of an object.</summary>
    Members,
}
