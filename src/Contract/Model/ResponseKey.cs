namespace SocialContract.Contract.Model;

/// <summary>The keys of <c>responses</c> (OpenAPI 3.1, section 4.8.16): a status, a range such as <c>4XX</c>, or <c>default</c>.</summary>
internal static class ResponseKey
{
    /// <summary>The key with upper-case X; null if it is not a key of <c>responses</c>.</summary>
    public static string? Normalize(string key)
    {
        if (key == "default")
        {
            return key;
        }

        if (key is not [>= '1' and <= '5', _, _])
        {
            return null;
        }

        return char.IsAsciiDigit(key[1]) && char.IsAsciiDigit(key[2]) ? key
            : key[1..].Equals("XX", StringComparison.OrdinalIgnoreCase) ? $"{key[0]}XX"
            : null;
    }
}
