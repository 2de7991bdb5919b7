using SocialContract.Contract.Messages;
using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Planning.Requests;

/// <summary>A written request as the validators see it: its placeholders are replaced by well-formed values.</summary>
internal static class PlannedMessage
{
    /// <summary>Stands for the caller's token while planning: fit for a bearer token, a key and basic credentials alike.</summary>
    public const string SampleToken = "dXNlcjpwYXNzd29yZA==";

    public static RequestMessage Of(RequestMessage written)
    {
        var parts = TargetParts.OfRequest(written.Target);
        var target = parts.HasQuery ? $"{parts.BeforeQuery}?{Filled(parts.Query)}" : written.Target;
        var headers = written.Headers.Select(header => new KeyValuePair<string, string>(header.Key, Filled(header.Value)));
        return new RequestMessage(written.Method, target, HeaderFields.Of(headers), written.Body);
    }

    private static string Filled(string text)
    {
        var at = text.IndexOf(ContractCase.TokenOf(null), StringComparison.Ordinal);
        return at < 0 ? text : string.Concat(
            text.AsSpan(0, at), SampleToken, text.AsSpan(EndOf(text, at + ContractCase.TokenOf(null).Length)));
    }

    /// <summary>The role's name belongs to the placeholder.</summary>
    private static int EndOf(string text, int at)
    {
        while (at < text.Length && (text[at] == '_' || char.IsAsciiLetterOrDigit(text[at])))
        {
            at++;
        }

        return at;
    }
}
