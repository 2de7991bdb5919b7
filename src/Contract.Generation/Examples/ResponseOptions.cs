namespace SocialContract.Contract.Generation.Examples;

/// <summary>How responses are selected where the client has no preference.</summary>
/// <param name="IgnoreExamples">
/// Whether to generate data from the schema even where examples exist; an example that a client asks for by name is still used.
/// </param>
/// <param name="Dynamic">Whether to generate data that varies by seed and request, even where examples exist.</param>
public sealed record ResponseOptions(bool IgnoreExamples = false, bool Dynamic = false)
{
    public static ResponseOptions Default { get; } = new();
}
