using SocialContract.Contract.Messages;
using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Planning;

/// <summary>A written request as the validators see it: what stands in the placeholders' place is well-formed.</summary>
internal sealed class PlannedMessage(string method, WrittenRequest written) : RequestMessage
{
    /// <summary>Stands for the caller's token while planning: fit for a bearer token, a key and basic credentials alike.</summary>
    public const string SampleToken = "dXNlcjpwYXNzd29yZA==";

    public override string Method => method;

    public override string QueryString => written.Target.IndexOf('?', StringComparison.Ordinal) is var at and >= 0 ? Filled(written.Target[at..]) : "";

    public override ReadOnlyMemory<byte> Body => written.Body.GetValueOrDefault();

    public override string? Header(string name)
    {
        var values = written.Headers
            .Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(header => Filled(header.Value))
            .ToList();
        return values.Count == 0 ? null : string.Join(", ", values);
    }

    private static string Filled(string text)
    {
        var at = text.IndexOf(ContractCase.TokenOf(null), StringComparison.Ordinal);
        return at < 0 ? text : string.Concat(text.AsSpan(0, at), SampleToken, text.AsSpan(EndOf(text, at + ContractCase.TokenOf(null).Length)));
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
