namespace SocialContract.Contract.Generation.Examples;

/// <summary>How a server answers where the client prefers nothing.</summary>
/// <param name="IgnoreExamples">
/// Whether examples are passed over, so that data is always made from the schema; an example asked for by name is still given.
/// </param>
/// <param name="Dynamic">Whether data varies by seed and request; it then is generated even where examples exist.</param>
public sealed record ResponseOptions(bool IgnoreExamples = false, bool Dynamic = false)
{
    public static ResponseOptions Default { get; } = new();
}
